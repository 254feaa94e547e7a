import { EventEmitter } from 'node:events';
import { noteCall, shellHandlers } from './shell-link.ts';

export { app } from './fake-app.ts';
export { BrowserWindow } from './fake-window.ts';
export { ipcMain } from './fake-ipc.ts';
export { Menu } from './fake-menu.ts';
export { net, protocol } from './fake-protocol.ts';

const dialogAnswers: unknown[] = [];
shellHandlers['answerDialog'] = (answer: unknown) => void dialogAnswers.push(answer);

function takeAnswer(name: string, options: unknown, otherwise: unknown): unknown {
  noteCall(name, options);
  return dialogAnswers.shift() ?? otherwise;
}

export const dialog = {
  showOpenDialog: (_window: unknown, options: unknown) =>
    Promise.resolve(takeAnswer('dialog.showOpenDialog', options, { canceled: true, filePaths: [] })),
  showSaveDialog: (_window: unknown, options: unknown) =>
    Promise.resolve(takeAnswer('dialog.showSaveDialog', options, { canceled: true, filePath: '' })),
  showMessageBoxSync: (_window: unknown, options: unknown) => takeAnswer('dialog.showMessageBoxSync', options, 1),
};

const turn = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(process.env['STAND_IN_ENCRYPTION'] !== 'none'),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: (text: string) => Promise.resolve(turn(Buffer.from(text))),
  decryptStringAsync: (bytes: Buffer) => Promise.resolve({ result: turn(bytes).toString(), shouldReEncrypt: false }),
};

const display = { workArea: { x: 0, y: 0, width: 1280, height: 800 } };
export const screen = { getAllDisplays: () => [display], getPrimaryDisplay: () => display };

export const nativeTheme = { shouldUseDarkColors: false };

type RequestHandler = (contents: null, name: string, answer: (granted: boolean) => void, details: unknown) => void;
let permissionHandler: RequestHandler = (_contents, _name, answer) => {
  answer(true);
};

class FakeSession extends EventEmitter {
  setPermissionRequestHandler(handler: RequestHandler): void {
    permissionHandler = handler;
  }
  setPermissionCheckHandler(): void {
    noteCall('session.setPermissionCheckHandler');
  }
  setDevicePermissionHandler(): void {
    noteCall('session.setDevicePermissionHandler');
  }
}

export const session = { defaultSession: new FakeSession() };

shellHandlers['askPermission'] = (name: string, requestingUrl: string) =>
  new Promise((resolve) => {
    permissionHandler(null, name, resolve, { requestingUrl });
  });

export const shell = {
  openExternal: (link: string) => {
    noteCall('shell.openExternal', link);
    return Promise.resolve();
  },
  openPath: (path: string) => {
    noteCall('shell.openPath', path);
    return Promise.resolve('');
  },
};
