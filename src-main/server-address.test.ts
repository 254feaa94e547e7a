import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseServerAddress, setupServerAddress } from './server-address.ts';
import { createMemoryLog } from './testing/memory-log.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

describe('parseServerAddress', () => {
  it.each([
    ['https://sillon.example.coop', 'https://sillon.example.coop'],
    [' https://Sillon.Example.coop/ ', 'https://sillon.example.coop'],
    ['sillon.example.coop:8443', 'https://sillon.example.coop:8443'],
    ['http://127.0.0.1:5984', 'http://127.0.0.1:5984'],
    ['http://localhost:1', 'http://localhost:1'],
    ['http://[::1]:80', 'http://[::1]'],
  ])('reads %s', (text, origin) => {
    expect(parseServerAddress(text)).toEqual({ ok: true, value: origin });
  });

  it.each([
    '',
    '   ',
    'http://sillon.example.coop',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://192.168.1.5',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'javascript://x',
    'https://me:secret@sillon.example.coop',
    'https://sillon.example.coop/path',
    'https://sillon.example.coop/?q=1',
    'https://sillon.example.coop/#x',
    'https://',
    'https://a b',
  ])('refuses "%s"', (text) => {
    expect(parseServerAddress(text)).toMatchObject({ ok: false, error: { code: 'desktop.invalidAddress' } });
  });
});

describe('setupServerAddress', () => {
  it('knows none at first, keeps a change and finds it after a restart', async () => {
    const settingsPath = join(makeTemporaryFolder(), 'settings.json');
    const deps = { fromEnvironment: undefined, settingsPath, log: createMemoryLog() };
    const setting = setupServerAddress(deps);
    expect(await setting.read()).toEqual({ address: null, isFixed: false });
    expect((await setting.change('https://a.example')).ok).toBe(true);
    expect(await setting.read()).toEqual({ address: 'https://a.example', isFixed: false });
    expect((await setting.change('http://a.example')).ok).toBe(false);
    expect(await setupServerAddress(deps).read()).toEqual({ address: 'https://a.example', isFixed: false });
  });

  it('is fixed by the environment', async () => {
    const settingsPath = join(makeTemporaryFolder(), 'settings.json');
    const setting = setupServerAddress({ fromEnvironment: 'http://127.0.0.1:7', settingsPath, log: createMemoryLog() });
    expect(await setting.read()).toEqual({ address: 'http://127.0.0.1:7', isFixed: true });
    expect(await setting.change('https://a.example')).toMatchObject({ error: { code: 'desktop.notAllowed' } });
  });

  it('ignores and logs a bad environment value and a tampered file', async () => {
    const settingsPath = join(makeTemporaryFolder(), 'settings.json');
    writeFileSync(settingsPath, '{"serverAddress":"http://evil.example"}');
    const log = createMemoryLog();
    const setting = setupServerAddress({ fromEnvironment: 'http://evil.example', settingsPath, log });
    expect(await setting.read()).toEqual({ address: null, isFixed: false });
    expect(log.lines.join()).toContain('server-address-ignored');
  });

  it('says so when the settings cannot be written', async () => {
    const file = join(makeTemporaryFolder(), 'file');
    writeFileSync(file, '');
    const deps = { fromEnvironment: undefined, settingsPath: join(file, 'settings.json'), log: createMemoryLog() };
    const setting = setupServerAddress(deps);
    expect(await setting.change('https://a.example')).toMatchObject({ error: { code: 'file.notWritten' } });
    expect((await setting.read()).address).toBeNull();
  });
});
