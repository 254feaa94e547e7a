import { EventEmitter } from 'node:events';
import { app } from './fake-app.ts';
import { callTest, noteCall, shellHandlers } from './shell-link.ts';

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };
type Printed = (isDone: boolean, reason: string) => void;

class FakeWebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: readonly unknown[]): void {
    void callTest('sendToPage', channel, args);
  }
  print(options: unknown, printed: Printed): void {
    noteCall('webContents.print', options);
    printed(true, '');
  }
  reload(): void {
    void callTest('reload');
  }
}

/** The window while it is open, none or one. */
const openWindows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeWebContents();
  #isMaximized = false;
  #bounds: unknown;
  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    const { x = 0, y = 0, width, height } = options;
    this.#bounds = { x, y, width, height };
    openWindows.push(this);
    noteCall('new BrowserWindow', options);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    await callTest('loadUrl', url);
    this.emit('ready-to-show');
  }
  isDestroyed(): boolean {
    return !openWindows.includes(this);
  }
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  getNormalBounds(): unknown {
    return this.#bounds;
  }
  show(): void {
    noteCall('window.show');
  }
  focus(): void {
    noteCall('window.focus');
  }
}

// Runs the shell's listeners for a wish to navigate; true when they let it pass.
shellHandlers['mayNavigate'] = (url: string, isMainFrame: boolean) => {
  let isPrevented = false;
  const event = { url, isMainFrame, isSameDocument: false, preventDefault: () => (isPrevented = true) };
  openWindows[0]?.webContents.emit('will-frame-navigate', event);
  return !isPrevented;
};

shellHandlers['noteNavigation'] = () => {
  openWindows[0]?.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
};

shellHandlers['openWindow'] = (url: string) => openWindows[0]?.webContents.openHandler({ url }).action;

shellHandlers['closeWindow'] = () => {
  const [window] = openWindows;
  if (window === undefined) return;
  window.emit('close');
  openWindows.length = 0;
  window.emit('closed');
  app.emit('window-all-closed');
};
