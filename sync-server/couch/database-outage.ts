import { couchStatus } from './couch-request.ts';

const SAY_AGAIN_MS = 60_000;
/** What a balancer says when no node is behind it. */
const NOBODY_BEHIND = [502, 503, 504];

/** The database cannot be reached. Said here, once for all who ask: they need not log it again. */
export class DatabaseAway extends Error {}

/** Hears how every request to the database ended and says when it goes, that it is still away, and when it is back. */
export interface OutageLog {
  readonly answered: () => void;
  readonly failed: (why: string) => void;
}

export function openOutageLog(log: (line: string) => void, nowMs: () => number = Date.now): OutageLog {
  let awaySinceMs: number | undefined;
  let saidAtMs = 0;
  let failures = 0;
  const seconds = (since: number): string => `${String(Math.round((nowMs() - since) / 1000))} s`;
  return {
    answered: () => {
      if (awaySinceMs === undefined) return;
      log(`the database answers again after ${seconds(awaySinceMs)}; ${String(failures)} requests failed meanwhile`);
      awaySinceMs = undefined;
      failures = 0;
    },
    failed: (why) => {
      failures += 1;
      if (awaySinceMs === undefined) {
        awaySinceMs = nowMs();
        log(`the database cannot be reached: ${why}`);
      } else if (nowMs() - saidAtMs >= SAY_AGAIN_MS) log(`the database is still away after ${seconds(awaySinceMs)}`);
      else return;
      saidAtMs = nowMs();
    },
  };
}

/** Runs a request; one that did not reach the database fails with {@link DatabaseAway}, one that was called back as before. */
export async function watchOutage<T>(
  outage: OutageLog,
  signal: AbortSignal | undefined,
  send: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await send();
    outage.answered();
    return answer;
  } catch (error) {
    const status = couchStatus(error);
    if (status !== undefined && !NOBODY_BEHIND.includes(status)) {
      outage.answered();
      throw error;
    }
    if (signal?.aborted === true || !(error instanceof Error)) throw error;
    outage.failed(error.message);
    throw new DatabaseAway(error.message);
  }
}
