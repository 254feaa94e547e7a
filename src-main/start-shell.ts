import { join } from 'node:path';
import type * as Electron from 'electron';
import { ok } from '../shared/core/result.ts';
import { setupExternalLinks } from './external-links.ts';
import { setupFiles } from './files.ts';
import { setupIpcRouter } from './ipc-router.ts';
import type { Log } from './logging.ts';
import { setupMenu, type AppMenu } from './menu.ts';
import { setupPrinting } from './printing.ts';
import { setupProtocol } from './protocol.ts';
import { setupSecurity } from './security.ts';
import { setupServerAccess } from './server-access.ts';
import { setupShellInfo } from './shell-info.ts';
import { chooseShellTexts, type ShellTexts } from './shell-texts.ts';
import { setupStaticFiles } from './static-files.ts';
import { setupWindowState } from './window-state.ts';
import { setupWindow } from './window.ts';

type PartName =
  | ('app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'nativeTheme')
  | ('net' | 'protocol' | 'safeStorage' | 'screen' | 'session' | 'shell');

/** The parts of Electron the shell uses. */
export type ElectronParts = Pick<typeof Electron, PartName>;

export interface StartShellDeps {
  readonly electron: ElectronParts;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Folder of the built main process: preload and icon lie there, the screens in `renderer` beside it. */
  readonly mainDirectory: string;
  readonly log: Log;
}

export interface RunningShell {
  readonly showWindow: () => Promise<void>;
  readonly flush: () => Promise<void>;
}

function askToLeave(dialog: Electron.Dialog, texts: ShellTexts, window: Electron.BrowserWindow): boolean {
  const buttons = [texts.stay, texts.leave];
  const options = { type: 'question', message: texts.leaveQuestion, buttons, defaultId: 0, cancelId: 0 } as const;
  return dialog.showMessageBoxSync(window, options) === 1;
}

/** Puts the parts of the shell together once Electron is ready; the window opens with `showWindow`. */
export function startShell({ electron, environment, platform, mainDirectory, log }: StartShellDeps): RunningShell {
  const { app, dialog, net } = electron;
  const userDataFolder = app.getPath('userData');
  const texts = chooseShellTexts(app.getLocale());
  const server = setupServerAccess({
    safeStorage: electron.safeStorage,
    netFetch: (url, init) => net.fetch(url, init),
    platform,
    userDataFolder,
    addressFromEnvironment: environment['SILLON_SERVER'],
    log,
  });
  const staticFiles = setupStaticFiles({ rootDirectory: join(mainDirectory, '..', 'renderer') });
  setupProtocol({ protocol: electron.protocol, staticFiles, serverForward: server.forward, log });
  const externalLinks = setupExternalLinks({ shell: electron.shell, log });
  setupSecurity({ app, session: electron.session.defaultSession, externalLinks, log });

  const windowState = setupWindowState({
    path: join(userDataFolder, 'window-state.json'),
    screen: electron.screen,
    log,
  });
  const mainWindow = setupWindow({
    createWindow: (options) => new electron.BrowserWindow(options),
    windowState,
    preloadPath: join(mainDirectory, 'preload.cjs'),
    iconPath: join(mainDirectory, 'icon.png'),
    hasDevTools: !app.isPackaged,
    isDark: () => electron.nativeTheme.shouldUseDarkColors,
    confirmLeave: (window) => askToLeave(dialog, texts, window),
    onPageLeft: () => {
      server.forward.abortAll();
      menu.setCommands([]);
    },
    log,
  });
  const printing = setupPrinting({ currentWindow: mainWindow.current, log });
  const menu: AppMenu = setupMenu({
    menu: electron.Menu,
    isMac: platform === 'darwin',
    texts,
    sendCommand: mainWindow.sendMenuCommand,
    print: () => void printing.printPage(),
    openLogs: () => void electron.shell.openPath(join(userDataFolder, 'logs')),
  });
  const documentsFolder = (): string => app.getPath('documents');
  const files = setupFiles({ dialog, currentWindow: mainWindow.current, documentsFolder, texts });
  const { secrets } = server;
  setupIpcRouter({
    ipcMain: electron.ipcMain,
    log,
    handlers: {
      'shell:get-info': setupShellInfo({ appVersion: app.getVersion(), platform, locale: app.getLocale(), secrets }),
      'server:get-address': async () => ok(await server.address.read()),
      'server:set-address': ({ address }) => server.address.change(address),
      'file:open': files.openFile,
      'file:save': files.saveFile,
      'page:print': printing.printPage,
      'menu:set-commands': ({ commands }) => {
        menu.setCommands(commands);
        return Promise.resolve(ok(null));
      },
    },
  });
  return {
    showWindow: mainWindow.show,
    flush: async () => {
      await Promise.all([windowState.flush(), secrets.flush()]);
    },
  };
}
