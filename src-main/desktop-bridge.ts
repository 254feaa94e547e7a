import type { ContextBridge, IpcRenderer } from 'electron';
import { desktopFunctions, type DesktopApi } from '../shared/desktop/desktop-api.ts';
import { menuCommandChannel } from '../shared/desktop/desktop-calls.ts';
import { isMenuCommand, type MenuCommand } from '../shared/desktop/menu-command.ts';

export interface DesktopBridgeDeps {
  readonly contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
  readonly ipcRenderer: Pick<IpcRenderer, 'invoke' | 'on' | 'off'>;
}

/** Puts the contract's functions on the page as `window.sillon`: no channel name, event or bridge with them. */
export function setupDesktopBridge({ contextBridge, ipcRenderer }: DesktopBridgeDeps): void {
  const calls = Object.entries(desktopFunctions).map(([name, channel]) => [
    name,
    (request?: unknown) => ipcRenderer.invoke(channel, request),
  ]);
  const onMenuCommand: DesktopApi['onMenuCommand'] = (listener) => {
    const forward = (_event: unknown, command: MenuCommand): void => {
      if (isMenuCommand(command)) listener(command);
    };
    ipcRenderer.on(menuCommandChannel, forward);
    return () => void ipcRenderer.off(menuCommandChannel, forward);
  };
  contextBridge.exposeInMainWorld('sillon', { ...Object.fromEntries(calls), onMenuCommand });
}
