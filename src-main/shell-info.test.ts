import { describe, expect, it } from 'vitest';
import { setupShellInfo } from './shell-info.ts';

describe('setupShellInfo', () => {
  it.each([
    ['linux', true, 'linux', 'encrypted'],
    ['darwin', true, 'macos', 'encrypted'],
    ['win32', false, 'windows', 'memory'],
    ['freebsd', false, 'other', 'memory'],
  ] as const)('describes %s with encryption %s', async (platform, isKept, operatingSystem, sessionStorage) => {
    const secrets = { isKept: () => Promise.resolve(isKept) };
    const readInfo = setupShellInfo({ appVersion: '0.1.0', platform, locale: 'fr-FR', secrets });
    const value = { appVersion: '0.1.0', operatingSystem, locale: 'fr-FR', sessionStorage };
    expect(await readInfo()).toEqual({ ok: true, value });
  });
});
