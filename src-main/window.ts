import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { appOrigin } from '../shared/desktop/app-origin.ts';
import { menuCommandChannel } from '../shared/desktop/desktop-calls.ts';
import type { MenuCommand } from '../shared/desktop/menu-command.ts';
import type { Log } from './logging.ts';
import { smallestWindow, type WindowState } from './window-state.ts';

export interface WindowDeps {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly windowState: WindowState;
  readonly preloadPath: string;
  readonly iconPath: string;
  readonly hasDevTools: boolean;
  readonly isDark: () => boolean;
  /** Asks whether to leave although the page would rather stay. */
  readonly confirmLeave: (window: BrowserWindow) => boolean;
  /** Runs when the page is left: by a reload, the end of the window or a crash. */
  readonly onPageLeft: () => void;
  readonly log: Log;
}

export interface MainWindow {
  /** Opens the window, or brings the open one to the front. */
  readonly show: () => Promise<void>;
  readonly current: () => BrowserWindow | null;
  readonly sendMenuCommand: (command: MenuCommand) => void;
}

const reloadsAfterCrash = 1;

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The one window of the application. */
export function setupWindow(deps: WindowDeps): MainWindow {
  const { windowState, log } = deps;
  let current: BrowserWindow | null = null;
  let opening: Promise<void> | null = null;

  function watch(window: BrowserWindow): void {
    let crashes = 0;
    const { webContents } = window;
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) deps.onPageLeft();
    });
    webContents.on('will-prevent-unload', (event) => {
      if (deps.confirmLeave(window)) event.preventDefault();
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('page-gone', { reason });
      deps.onPageLeft();
      crashes += 1;
      if (reason !== 'clean-exit' && crashes <= reloadsAfterCrash) webContents.reload();
    });
    window.on('unresponsive', () => {
      log.warn('page-unresponsive');
    });
    window.on('closed', () => {
      current = null;
      deps.onPageLeft();
    });
  }

  async function open(): Promise<void> {
    const { isMaximized, ...place } = await windowState.read();
    const window = deps.createWindow({
      ...place,
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      show: false,
      title: 'Sillon',
      icon: deps.iconPath,
      backgroundColor: deps.isDark() ? '#242424' : '#ffffff',
      webPreferences: {
        preload: deps.preloadPath,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        // The engine would fetch dictionaries from a third party.
        spellcheck: false,
        devTools: deps.hasDevTools,
      },
    });
    current = window;
    windowState.track(window);
    watch(window);
    if (isMaximized) window.maximize();
    window.once('ready-to-show', () => {
      window.show();
    });
    await window.loadURL(`${appOrigin}/`).catch((error: unknown) => {
      log.error('page-not-loaded', { cause: error instanceof Error ? error.message : 'unknown' });
      if (!window.isDestroyed()) window.show();
    });
  }

  return {
    show: async () => {
      if (opening === null && current !== null) {
        bringToFront(current);
        return;
      }
      opening ??= open().finally(() => (opening = null));
      await opening;
    },
    current: () => current,
    sendMenuCommand: (command) => current?.webContents.send(menuCommandChannel, command),
  };
}
