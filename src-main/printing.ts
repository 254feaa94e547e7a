import type { BrowserWindow } from 'electron';
import { appError } from '../shared/core/errors.ts';
import { fail, ok, type Result } from '../shared/core/result.ts';
import type { Log } from './logging.ts';

export interface PrintingDeps {
  readonly currentWindow: () => BrowserWindow | null;
  readonly log: Log;
}

export interface Printing {
  readonly printPage: () => Promise<Result<null>>;
}

// What the engine says when the person closes the print dialog; it is written both ways in its versions.
const cancelReason = /cancell?ed/i;

/** Prints what the window shows, by the system's own dialog. */
export function setupPrinting({ currentWindow, log }: PrintingDeps): Printing {
  return {
    printPage: () =>
      new Promise((resolve) => {
        const window = currentWindow();
        if (window === null) {
          resolve(fail(appError('desktop.notAllowed', 'there is no window')));
          return;
        }
        window.webContents.print({ printBackground: true }, (isDone, reason) => {
          if (isDone) {
            resolve(ok(null));
            return;
          }
          if (cancelReason.test(reason)) {
            resolve(fail(appError('desktop.cancelled', 'printing was cancelled')));
            return;
          }
          log.warn('print-failed', { reason });
          resolve(fail(appError('desktop.printFailed', 'the page could not be printed')));
        });
      }),
  };
}
