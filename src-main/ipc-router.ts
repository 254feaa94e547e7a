import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { appError } from '../shared/core/errors.ts';
import { fail, type Result } from '../shared/core/result.ts';
import type { DesktopCalls, DesktopChannel } from '../shared/desktop/desktop-calls.ts';
import { desktopGuards } from '../shared/desktop/desktop-guards.ts';
import { isAppUrl } from './app-page.ts';
import type { Log } from './logging.ts';

/** What the shell does for each call of the contract. */
export type DesktopHandlers = {
  readonly [C in DesktopChannel]: (request: DesktopCalls[C]['request']) => Promise<Result<DesktopCalls[C]['value']>>;
};

export interface IpcRouterDeps {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly handlers: DesktopHandlers;
  readonly log: Log;
}

function isFromAppPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

/** The one door from the screens to the shell: who asks and what is asked are checked before anything runs. */
export function setupIpcRouter({ ipcMain, handlers, log }: IpcRouterDeps): void {
  function route<C extends DesktopChannel>(channel: C, handle: DesktopHandlers[C]): void {
    ipcMain.handle(channel, async (event, ...payloads: readonly unknown[]) => {
      if (!isFromAppPage(event)) {
        log.warn('call-refused', { channel, why: 'sender' });
        return fail(appError('desktop.notAllowed', 'this page may not call the shell'));
      }
      const [payload] = payloads;
      if (payloads.length > 1 || !desktopGuards[channel](payload)) {
        log.warn('call-refused', { channel, why: 'payload' });
        return fail(appError('desktop.invalidRequest', 'the request does not fit the contract', { channel }));
      }
      try {
        return await handle(payload);
      } catch (error) {
        log.error('call-failed', { channel, cause: error instanceof Error ? error.message : 'unknown' });
        // A bug: Electron hands only this message on, so the page learns no file or address.
        throw new Error(`the shell failed at ${channel}`, { cause: error });
      }
    });
  }
  for (const channel of Object.keys(desktopGuards) as DesktopChannel[]) route(channel, handlers[channel]);
}
