import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { createMemoryLog } from './testing/memory-log.ts';
import { setupWindow, type MainWindow, type WindowDeps } from './window.ts';

class FakeContents extends EventEmitter {
  calls: string[] = [];
  reload = (): void => void this.calls.push('reload');
  send = (channel: string, command: string): void => void this.calls.push(`${channel} ${command}`);
}

class FakeWindow extends EventEmitter {
  webContents = new FakeContents();
  calls: string[] = [];
  isLoadFailing = false;
  options: BrowserWindowConstructorOptions;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  isMinimized = (): boolean => true;
  isDestroyed = (): boolean => false;
  restore = (): void => void this.calls.push('restore');
  show = (): void => void this.calls.push('show');
  focus = (): void => void this.calls.push('focus');
  maximize = (): void => void this.calls.push('maximize');
  loadURL = (url: string): Promise<void> => {
    this.calls.push(url);
    return this.isLoadFailing ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve();
  };
}

interface Setup {
  readonly mainWindow: MainWindow;
  readonly windows: FakeWindow[];
  readonly left: () => number;
  readonly log: ReturnType<typeof createMemoryLog>;
}

function setup(changes: Partial<WindowDeps> = {}, isLoadFailing = false): Setup {
  const windows: FakeWindow[] = [];
  const log = createMemoryLog();
  let left = 0;
  const mainWindow = setupWindow({
    createWindow: (options) => {
      const window = new FakeWindow(options);
      window.isLoadFailing = isLoadFailing;
      windows.push(window);
      return window as never;
    },
    windowState: {
      read: () => Promise.resolve({ x: 1, y: 2, width: 800, height: 600, isMaximized: true }),
      track: () => undefined,
      flush: () => Promise.resolve(),
    },
    preloadPath: '/preload.cjs',
    iconPath: '/icon.png',
    hasDevTools: false,
    isDark: () => true,
    confirmLeave: () => true,
    onPageLeft: () => (left += 1),
    log,
    ...changes,
  });
  return { mainWindow, windows, left: () => left, log };
}

describe('setupWindow', () => {
  it('opens with every lock on', async () => {
    const { mainWindow, windows } = setup();
    await mainWindow.show();
    expect(windows[0]?.options).toMatchObject({ x: 1, y: 2, width: 800, height: 600, show: false });
    expect(windows[0]?.options.webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    windows[0]?.emit('ready-to-show');
    expect(windows[0]?.calls).toEqual(['maximize', 'app://sillon/', 'show']);
  });

  it('has one window, and a new one after that was closed', async () => {
    const { mainWindow, windows, left } = setup();
    await Promise.all([mainWindow.show(), mainWindow.show()]);
    expect(windows).toHaveLength(1);
    await mainWindow.show();
    expect(windows[0]?.calls.slice(-3)).toEqual(['restore', 'show', 'focus']);
    windows[0]?.emit('closed');
    expect(mainWindow.current()).toBeNull();
    expect(left()).toBe(1);
    await mainWindow.show();
    expect(windows).toHaveLength(2);
  });

  it('says when the page is left', async () => {
    const { mainWindow, windows, left } = setup();
    await mainWindow.show();
    const contents = windows[0]?.webContents;
    contents?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    contents?.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    expect(left()).toBe(0);
    contents?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    expect(left()).toBe(1);
  });

  it('reloads once after a crash, not for ever', async () => {
    const { mainWindow, windows, log } = setup();
    await mainWindow.show();
    const contents = windows[0]?.webContents;
    contents?.emit('render-process-gone', {}, { reason: 'crashed' });
    contents?.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(contents?.calls).toEqual(['reload']);
    expect(log.lines).toHaveLength(2);
  });

  it.each([true, false])('leaves a page that would rather stay only when the person says so: %s', async (isSure) => {
    const { mainWindow, windows } = setup({ confirmLeave: () => isSure });
    await mainWindow.show();
    let isPrevented = false;
    windows[0]?.webContents.emit('will-prevent-unload', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(isSure);
  });

  it('shows the window even when the page does not load', async () => {
    const { mainWindow, windows, log } = setup({}, true);
    await mainWindow.show();
    expect(windows[0]?.calls).toContain('show');
    expect(log.lines.join()).toContain('page-not-loaded');
  });

  it('sends menu commands to the page', async () => {
    const { mainWindow, windows } = setup();
    mainWindow.sendMenuCommand('new-entry');
    await mainWindow.show();
    mainWindow.sendMenuCommand('show-sync');
    expect(windows[0]?.webContents.calls).toEqual(['menu:command show-sync']);
  });
});
