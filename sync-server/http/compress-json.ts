import type { IncomingMessage } from 'node:http';
import type { Gzip } from 'node:zlib';
import { constants, createGzip } from 'node:zlib';

/** Smaller answers would not become smaller. */
const FROM_BYTES = 256;
/** What stands still for so long is sent as it is: nobody waits for a block to fill up. */
const FLUSH_AFTER_MS = 50;

/** Whether an answer of CouchDB is worth compressing for the client who asked; CouchDB itself never does it for JSON. */
export function isWorthGzip(path: string, asked: IncomingMessage, answer: IncomingMessage): boolean {
  const { 'content-type': type = '', 'content-length': length, 'content-encoding': encoding } = answer.headers;
  const isLive = /[?&]feed=(?:longpoll|continuous|eventsource)(?:&|$)/.test(path);
  return (
    !isLive &&
    asked.method !== 'HEAD' &&
    answer.statusCode !== 304 &&
    encoding === undefined &&
    /^application\/json\b/.test(type) &&
    (length === undefined || Number(length) > FROM_BYTES) &&
    /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(asked.headers['accept-encoding']))
  );
}

/** Compresses what comes from `source` without keeping it back: after a short silence all that came so far is sent. */
export function openGzip(source: IncomingMessage): Gzip {
  const gzip = createGzip();
  let timer: NodeJS.Timeout | undefined;
  source.on('data', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      gzip.flush(constants.Z_SYNC_FLUSH);
    }, FLUSH_AFTER_MS);
  });
  source.once('close', () => {
    clearTimeout(timer);
  });
  return gzip;
}
