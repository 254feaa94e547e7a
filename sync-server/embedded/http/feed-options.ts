import { notImplemented } from '../couch-error.ts';
import { readCount } from './query-params.ts';

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_HEARTBEAT_MS = 60_000;
const MIN_HEARTBEAT_MS = 100;

export interface FeedOptions {
  isLongpoll: boolean;
  /** No time-out while heartbeats keep the connection alive. */
  timeoutMs: number | undefined;
  heartbeatMs: number | undefined;
}

export function readFeedOptions(query: URLSearchParams): FeedOptions {
  const feed = query.get('feed') ?? 'normal';
  if (feed !== 'normal' && feed !== 'longpoll') throw notImplemented();
  const heartbeat = query.get('heartbeat');
  const heartbeatMs =
    heartbeat === null || heartbeat === 'false'
      ? undefined
      : heartbeat === 'true'
        ? DEFAULT_HEARTBEAT_MS
        : Math.min(Math.max(readCount(query, 'heartbeat') ?? 0, MIN_HEARTBEAT_MS), DEFAULT_HEARTBEAT_MS);
  const timeoutMs = Math.min(readCount(query, 'timeout') ?? DEFAULT_TIMEOUT_MS, DEFAULT_TIMEOUT_MS);
  return { isLongpoll: feed === 'longpoll', timeoutMs: heartbeatMs === undefined ? timeoutMs : undefined, heartbeatMs };
}
