import type { IncomingMessage } from 'node:http';

const MAX_WAIT_MS = 3_000;

/**
 * Throws away what is left of a refused request, for a moment: a client that is still sending would see a
 * broken connection instead of the refusal. False when it did not end in time.
 */
export function drainRequest(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.readableEnded) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(false), MAX_WAIT_MS);
    const finish = (isComplete: boolean): void => {
      clearTimeout(timer);
      resolve(isComplete);
    };
    request.once('end', () => finish(true));
    request.once('close', () => finish(request.complete));
    request.resume();
  });
}
