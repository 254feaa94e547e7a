import type { PageState, Surroundings, Timers } from './surroundings.ts';

/** The browser's own timers. */
export const browserTimers: Timers = {
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  every: (milliseconds, callback) => {
    const timer = setInterval(callback, milliseconds);
    return () => {
      clearInterval(timer);
    };
  },
};

/** The browser's own window. */
export const browserPage: PageState = {
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === 'visible',
  savesData: () => {
    const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
    return connection?.saveData === true;
  },
  watch: ({ onOnline, onOffline, onVisibility }) => {
    window.addEventListener('online', onOnline);
    window.addEventListener('offline', onOffline);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  },
};

/** The gzipped bytes of a request body. */
export function zipText(text: string): Promise<ArrayBuffer> {
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(zipped).arrayBuffer();
}

/** What surrounds the exchange in a browser, with its own line or another one. */
export function browserSurroundings(fetchLike: typeof fetch = (input, init) => fetch(input, init)): Surroundings {
  return { fetch: fetchLike, timers: browserTimers, random: Math.random, page: browserPage, zip: zipText };
}
