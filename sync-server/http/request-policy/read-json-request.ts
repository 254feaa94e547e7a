import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';

/** A batch of the exchange has 32 kB, one record 256 kB, one part of a receipt 32 kB in base64. */
const MOST_BODY_BYTES = 1024 * 1024;
/** Above it a body counts as large: a batch of the exchange is smaller. */
const LARGE_BYTES = 64 * 1024;
/** Deeper than anything we write, and far from what a stack carries. */
const DEEPEST = 64;
/** A batch on the worst line takes seconds; nobody holds a connection longer. */
const LONGEST_MS = 120_000;

/**
 * The body of a request, unpacked and understood, so that what goes on is what was judged: of a key written twice only the
 * one that was read is left. `noteBytes` hears what was read and unpacked, whatever comes of it. Errors: `network.tooMuch`, `record.invalid`, `network.timeout` when it does not end or was cut.
 */
export async function readJsonRequest(
  incoming: IncomingMessage,
  noteBytes: (count: number) => void = () => undefined,
): Promise<Result<unknown>> {
  // As CouchDB asks, so that no page of another origin gets through without being asked first.
  if (!/^application\/json\s*(?:;|$)/i.test(incoming.headers['content-type'] ?? '')) {
    return fail(appError('record.invalid', 'the body must be application/json'));
  }
  const raw = await readBytes(incoming, noteBytes);
  if (!raw.ok) return raw;
  const encoding = (incoming.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  let bytes = raw.value;
  if (encoding === 'gzip') {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: MOST_BODY_BYTES });
      noteBytes(bytes.length);
    } catch (error) {
      const isTooLong = error instanceof RangeError;
      if (isTooLong) noteBytes(MOST_BODY_BYTES);
      return fail(isTooLong ? tooMuch() : appError('record.invalid', 'the body cannot be unpacked'));
    }
  } else if (encoding !== 'identity') return fail(appError('record.invalid', 'the body is packed in an unknown way'));
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isDeeper(value, DEEPEST) ? fail(appError('record.invalid', 'the body is nested too deeply')) : ok(value);
  } catch {
    return fail(appError('record.invalid', 'the body is no JSON'));
  }
}

function readBytes(incoming: IncomingMessage, noteBytes: (count: number) => void): Promise<Result<Buffer>> {
  if (Number(incoming.headers['content-length'] ?? 0) > MOST_BODY_BYTES) return Promise.resolve(fail(tooMuch()));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let count = 0;
    const end = (result: Result<Buffer>): void => {
      noteBytes(count);
      count = 0;
      clearTimeout(timer);
      incoming.off('data', take);
      resolve(result);
    };
    const take = (chunk: Buffer): void => {
      count += chunk.length;
      if (count > MOST_BODY_BYTES) end(fail(tooMuch()));
      else chunks.push(chunk);
    };
    const cut = (): void => {
      end(fail(appError('network.timeout', 'the body did not come to its end')));
    };
    const timer = setTimeout(cut, LONGEST_MS);
    if (incoming.destroyed) cut();
    incoming.on('data', take);
    incoming.once('end', () => {
      end(ok(Buffer.concat(chunks)));
    });
    incoming.once('error', cut);
    incoming.once('close', cut);
  });
}

function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((member) => isDeeper(member, left - 1));
}

function tooMuch() {
  return appError('network.tooMuch', 'the request is too large', { most: MOST_BODY_BYTES });
}

/** Whether a body may be large enough for its parsing to be felt by others; nobody knows before an unpacked one is. */
export function isLargeBody(incoming: IncomingMessage): boolean {
  if (incoming.method !== 'POST') return false;
  const { 'content-length': length, 'content-encoding': encoding } = incoming.headers;
  return length === undefined || Number(length) > LARGE_BYTES || encoding !== undefined;
}
