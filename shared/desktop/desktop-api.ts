import type { Result } from '../core/result.ts';
import type { DesktopCalls, DesktopChannel } from './desktop-calls.ts';
import type { MenuCommand } from './menu-command.ts';

/** The functions of `window.sillon` that are calls to the shell, each with its channel. */
export const desktopFunctions = {
  getShellInfo: 'shell:get-info',
  getServerAddress: 'server:get-address',
  setServerAddress: 'server:set-address',
  openFile: 'file:open',
  saveFile: 'file:save',
  printPage: 'page:print',
  setMenuCommands: 'menu:set-commands',
} as const satisfies Record<string, DesktopChannel>;

type DesktopFunction<C extends DesktopChannel> = DesktopCalls[C]['request'] extends undefined
  ? () => Promise<Result<DesktopCalls[C]['value']>>
  : (request: DesktopCalls[C]['request']) => Promise<Result<DesktopCalls[C]['value']>>;

/** What the preload script puts on the page as `window.sillon`; absent in a plain browser. */
export type DesktopApi = {
  readonly [F in keyof typeof desktopFunctions]: DesktopFunction<(typeof desktopFunctions)[F]>;
} & {
  /** Calls `listener` for each command chosen in the menu; the answer ends that. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void;
};
