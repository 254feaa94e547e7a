import type { App } from 'electron';
import type { Log } from './logging.ts';

export interface AppLifecycleDeps {
  readonly app: Pick<App, 'requestSingleInstanceLock' | 'on' | 'whenReady' | 'quit' | 'exit'>;
  readonly isMac: boolean;
  /** Everything that needs the application to be ready; ends when the window is open. */
  readonly start: () => Promise<void>;
  readonly showWindow: () => void;
  /** Ends when nothing is left to be written. */
  readonly flush: () => Promise<void>;
  readonly log: Log;
}

/** From the first line to the last: one instance, started when ready, ended when all is on disk. */
export function setupAppLifecycle({ app, isMac, start, showWindow, flush, log }: AppLifecycleDeps): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  let isFlushed = false;
  let isStarted = false;
  const showIfStarted = (): void => {
    if (isStarted) showWindow();
  };
  app.on('second-instance', showIfStarted);
  app.on('activate', showIfStarted);
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });
  app.on('will-quit', (event) => {
    if (isFlushed) return;
    event.preventDefault();
    void flush().finally(() => {
      isFlushed = true;
      app.quit();
    });
  });
  app
    .whenReady()
    .then(() => {
      isStarted = true;
      return start();
    })
    .catch((error: unknown) => {
      log.error('start-failed', { cause: error instanceof Error ? error.message : 'unknown' });
      app.exit(1);
    });
}
