import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { desktopFunctions, type DesktopApi } from '../shared/desktop/desktop-api.ts';
import { setupDesktopBridge, type DesktopBridgeDeps } from './desktop-bridge.ts';

function setup(): { api: DesktopApi; names: string[]; invoked: unknown[][]; events: EventEmitter } {
  const exposed = new Map<string, unknown>();
  const invoked: unknown[][] = [];
  const events = new EventEmitter();
  const invoke = (...call: unknown[]): Promise<unknown> => {
    invoked.push(call);
    return Promise.resolve('answer');
  };
  const ipcRenderer = Object.assign(events, { invoke }) as unknown as DesktopBridgeDeps['ipcRenderer'];
  setupDesktopBridge({ contextBridge: { exposeInMainWorld: (name, api) => void exposed.set(name, api) }, ipcRenderer });
  return { api: exposed.get('sillon') as DesktopApi, names: [...exposed.keys()], invoked, events };
}

describe('setupDesktopBridge', () => {
  it('exposes exactly the contract', () => {
    const { api, names } = setup();
    expect(names).toEqual(['sillon']);
    expect(Object.keys(api).sort()).toEqual([...Object.keys(desktopFunctions), 'onMenuCommand'].sort());
  });

  it('calls its own channel with the request only', async () => {
    const { api, invoked } = setup();
    expect(await api.setServerAddress({ address: 'https://a.example' })).toBe('answer');
    await api.getShellInfo();
    expect(invoked).toEqual([
      ['server:set-address', { address: 'https://a.example' }],
      ['shell:get-info', undefined],
    ]);
  });

  it('hands on known menu commands, without the event, until told to stop', () => {
    const { api, events } = setup();
    const heard: unknown[][] = [];
    const stop = api.onMenuCommand((...heardNow) => void heard.push(heardNow));
    events.emit('menu:command', { sender: 'secret' }, 'new-entry');
    events.emit('menu:command', {}, 'unknown');
    stop();
    events.emit('menu:command', {}, 'find');
    expect(heard).toEqual([['new-entry']]);
  });
});
