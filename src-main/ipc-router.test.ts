import { describe, expect, it } from 'vitest';
import { ok } from '../shared/core/result.ts';
import { desktopGuards } from '../shared/desktop/desktop-guards.ts';
import { setupIpcRouter, type DesktopHandlers } from './ipc-router.ts';
import { createMemoryLog } from './testing/memory-log.ts';

type Listener = (event: unknown, ...payloads: unknown[]) => Promise<unknown>;

const appFrame = { url: 'app://sillon/#/ledger', parent: null };

function setup(changes: Partial<DesktopHandlers> = {}): {
  call: (channel: string, payloads: unknown[], frame?: unknown) => Promise<unknown>;
  channels: () => string[];
  calls: string[];
  log: ReturnType<typeof createMemoryLog>;
} {
  const listeners = new Map<string, Listener>();
  const calls: string[] = [];
  const log = createMemoryLog();
  const info = { appVersion: '1', operatingSystem: 'linux', locale: 'fr', sessionStorage: 'memory' } as const;
  const address = { address: null, isFixed: false };
  const note = <T>(name: string, value: T) => {
    calls.push(name);
    return Promise.resolve(ok(value));
  };
  const handlers: DesktopHandlers = {
    'shell:get-info': () => note('info', info),
    'server:get-address': () => note('get', address),
    'server:set-address': (request) => note(`set ${request.address}`, address),
    'file:open': () => note('open', { name: 'a', bytes: new Uint8Array() }),
    'file:save': () => note('save', null),
    'page:print': () => note('print', null),
    'menu:set-commands': () => note('menu', null),
    ...changes,
  };
  setupIpcRouter({
    ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener as Listener) },
    handlers,
    log,
  });
  const call = (channel: string, payloads: unknown[], frame: unknown = appFrame): Promise<unknown> => {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`no listener for ${channel}`);
    return listener({ senderFrame: frame }, ...payloads);
  };
  return { call, channels: () => [...listeners.keys()], calls, log };
}

describe('setupIpcRouter', () => {
  it('answers exactly the channels of the contract', () => {
    expect(setup().channels().sort()).toEqual(Object.keys(desktopGuards).sort());
  });

  it('runs a good call', async () => {
    const { call, calls } = setup();
    const result = await call('server:set-address', [{ address: 'https://a.example' }]);
    expect(result).toEqual({ ok: true, value: { address: null, isFixed: false } });
    expect(calls).toEqual(['set https://a.example']);
  });

  it.each([
    null,
    { url: 'https://evil.example/', parent: null },
    { url: 'app://other/', parent: null },
    { url: 'app://sillon/', parent: appFrame },
  ])('refuses a sender that is not the application page: %j', async (frame) => {
    const { call, calls, log } = setup();
    expect(await call('shell:get-info', [undefined], frame)).toMatchObject({ error: { code: 'desktop.notAllowed' } });
    expect(calls).toEqual([]);
    expect(log.lines).toEqual(['warn call-refused {"channel":"shell:get-info","why":"sender"}']);
  });

  it.each([
    ['server:set-address', [{ address: 5 }]],
    ['server:set-address', []],
    ['file:open', [{ extensions: ['../x'], maxBytes: 1 }]],
    ['page:print', [{}]],
    ['page:print', [undefined, 'more']],
  ])('refuses a bad payload for %s', async (channel, payloads) => {
    const { call, calls } = setup();
    expect(await call(channel, payloads)).toMatchObject({ error: { code: 'desktop.invalidRequest' } });
    expect(calls).toEqual([]);
  });

  it('tells the page nothing of a bug but that there is one', async () => {
    const { call, log } = setup({ 'page:print': () => Promise.reject(new Error('at /home/marie')) });
    await expect(call('page:print', [])).rejects.toThrow(/^the shell failed at page:print$/);
    expect(log.lines).toEqual(['error call-failed {"channel":"page:print","cause":"at /home/marie"}']);
  });
});
