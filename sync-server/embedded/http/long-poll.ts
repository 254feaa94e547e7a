import type { FeedOptions } from './feed-options.ts';
import type { Exchange } from './exchange.ts';
import type { JsonStream } from './json-stream.ts';

/** Timers do not take longer ones; a credential that lives longer is checked by the next request anyway. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Waits for news on behalf of a long-poll, with heartbeats. `attempt` looks for news and says whether it
 * found any; it runs after every wake-up. Ends early at the time-out, when the client leaves, when the
 * server closes, and when the credential of the request ends.
 */
export async function waitForNews(
  exchange: Exchange,
  stream: JsonStream,
  options: FeedOptions,
  subscribe: (wake: () => void) => () => void,
  attempt: () => Promise<boolean>,
): Promise<void> {
  const { app, response, user } = exchange;
  // Something may have come between the caller's own look and the subscription: look once more at first.
  const state = { hasEnded: stream.isClosed, hasNews: true };
  let wake: () => void = () => undefined;
  const onNews = (): void => {
    state.hasNews = true;
    wake();
  };
  const onEnd = (): void => {
    state.hasEnded = true;
    wake();
  };
  const unsubscribe = subscribe(onNews);
  const timers = [
    options.timeoutMs === undefined ? undefined : setTimeout(onEnd, options.timeoutMs),
    user.expiresAt === undefined
      ? undefined
      : setTimeout(onEnd, Math.min(Math.max(user.expiresAt - Date.now(), 0), MAX_TIMER_MS)),
  ];
  const beat = (): void => {
    void stream.write('\n').then(() => stream.flush());
  };
  const heart = options.heartbeatMs === undefined ? undefined : setInterval(beat, options.heartbeatMs);
  response.on('close', onEnd);
  app.closing.addEventListener('abort', onEnd);
  try {
    stream.flush();
    while (!app.closing.aborted) {
      if (!state.hasNews && !state.hasEnded) await new Promise<void>((resolve) => (wake = resolve));
      if (state.hasEnded) return;
      state.hasNews = false;
      if (await attempt()) return;
    }
  } finally {
    unsubscribe();
    for (const timer of timers) clearTimeout(timer);
    clearInterval(heart);
    response.off('close', onEnd);
    app.closing.removeEventListener('abort', onEnd);
  }
}
