import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { setupAppLifecycle, type AppLifecycleDeps } from './app-lifecycle.ts';
import { createMemoryLog } from './testing/memory-log.ts';

class FakeApp extends EventEmitter {
  calls: string[] = [];
  isFirst = true;
  requestSingleInstanceLock = (): boolean => this.isFirst;
  whenReady = (): Promise<void> => Promise.resolve();
  quit = (): void => void this.calls.push('quit');
  exit = (code: number): void => void this.calls.push(`exit ${String(code)}`);
}

function setup(changes: Partial<AppLifecycleDeps> = {}, isFirst = true): FakeApp {
  const app = new FakeApp();
  app.isFirst = isFirst;
  setupAppLifecycle({
    app: app as unknown as AppLifecycleDeps['app'],
    isMac: false,
    start: () => Promise.resolve(void app.calls.push('start')),
    showWindow: () => void app.calls.push('show'),
    flush: () => Promise.resolve(void app.calls.push('flush')),
    log: createMemoryLog(),
    ...changes,
  });
  return app;
}

describe('setupAppLifecycle', () => {
  it('starts when ready and shows the window for a second start', async () => {
    const app = setup();
    app.emit('second-instance');
    expect(app.calls).toEqual([]);
    await setImmediate();
    app.emit('second-instance');
    app.emit('activate');
    expect(app.calls).toEqual(['start', 'show', 'show']);
  });

  it('ends at once when another instance runs', async () => {
    const app = setup({}, false);
    await setImmediate();
    expect(app.calls).toEqual(['quit']);
  });

  it('quits with the last window, except on macOS', () => {
    const app = setup();
    app.emit('window-all-closed');
    expect(app.calls).toEqual(['quit']);
    const mac = setup({ isMac: true });
    mac.emit('window-all-closed');
    expect(mac.calls).toEqual([]);
  });

  it('writes what is left before it ends', async () => {
    const app = setup();
    await setImmediate();
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    app.emit('will-quit', event);
    await setImmediate();
    app.emit('will-quit', event);
    expect([prevented, app.calls]).toEqual([1, ['start', 'flush', 'quit']]);
  });

  it('ends with an error when it cannot start', async () => {
    const log = createMemoryLog();
    const app = setup({ start: () => Promise.reject(new Error('no display')), log });
    await setImmediate();
    expect(app.calls).toEqual(['exit 1']);
    expect(log.lines).toEqual(['error start-failed {"cause":"no display"}']);
  });
});
