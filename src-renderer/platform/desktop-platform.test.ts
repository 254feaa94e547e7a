import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/core/result.ts';
import type { DesktopApi } from '../../shared/desktop/desktop-api.ts';
import type { MenuCommand } from '../../shared/desktop/menu-command.ts';
import { menuCommands } from '../../shared/desktop/menu-command.ts';
import { createDesktopPlatform } from './desktop-platform.ts';

interface FakeShell {
  readonly api: DesktopApi;
  readonly calls: unknown[];
  readonly choose: (command: MenuCommand) => void;
  readonly enabled: () => readonly MenuCommand[];
}

function createFakeShell(): FakeShell {
  const listeners = new Set<(command: MenuCommand) => void>();
  const calls: unknown[] = [];
  let enabled: readonly MenuCommand[] = [];
  const address = { address: 'https://a.example', isFixed: false };
  const info = { appVersion: '1', operatingSystem: 'linux', locale: 'fr', sessionStorage: 'memory' } as const;
  const note = <T>(value: T, ...call: unknown[]) => {
    calls.push(call);
    return Promise.resolve(ok(value));
  };
  const api: DesktopApi = {
    getShellInfo: () => note(info, 'info'),
    getServerAddress: () => note(address, 'get'),
    setServerAddress: (request) => note(address, 'set', request),
    openFile: (request) => note({ name: 'a', bytes: new Uint8Array([1]) }, 'open', request),
    saveFile: (request) => note(null, 'save', request.name),
    printPage: () => note(null, 'print'),
    setMenuCommands: ({ commands }) => {
      enabled = commands;
      return Promise.resolve(ok(null));
    },
    onMenuCommand: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const choose = (command: MenuCommand): void => {
    for (const listener of listeners) listener(command);
  };
  return { api, calls, choose, enabled: () => enabled };
}

describe('createDesktopPlatform', () => {
  it('hands everything to the shell', async () => {
    const { api, calls } = createFakeShell();
    const platform = createDesktopPlatform(api, '0.1.0');
    expect([platform.kind, platform.appVersion]).toEqual(['desktop', '0.1.0']);
    expect(await platform.serverChoice?.read()).toMatchObject({ ok: true });
    await platform.serverChoice?.change('https://b.example');
    expect(await platform.openFile({ extensions: ['ofx'], maxBytes: 5 })).toMatchObject({ value: { name: 'a' } });
    await platform.saveFile({ name: 'b', mimeType: 'text/csv', bytes: new Uint8Array() });
    await platform.print();
    expect(await platform.readSessionStorage()).toBe('memory');
    expect(calls).toEqual([
      ['get'],
      ['set', { address: 'https://b.example' }],
      ['open', { extensions: ['ofx'], maxBytes: 5 }],
      ['save', 'b'],
      ['print'],
      ['info'],
    ]);
  });

  it('enables in the menu what somebody hears, as long as they hear', () => {
    const { api, choose, enabled } = createFakeShell();
    const platform = createDesktopPlatform(api, '0.1.0');
    const heard: string[] = [];
    const stopOne = platform.onMenuCommand((command) => heard.push(`one ${command}`), ['new-entry']);
    const stopTwo = platform.onMenuCommand((command) => heard.push(`two ${command}`), ['find', 'new-entry']);
    expect(enabled()).toEqual(['new-entry', 'find']);
    choose('find');
    choose('new-entry');
    expect(heard).toEqual(['two find', 'one new-entry', 'two new-entry']);
    stopTwo();
    expect(enabled()).toEqual(['new-entry']);
    stopOne();
    expect(enabled()).toEqual([]);
    choose('new-entry');
    expect(heard).toHaveLength(3);
    platform.onMenuCommand(() => undefined);
    expect(enabled()).toEqual([...menuCommands]);
  });
});
