import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setupSecrets, type SecretsDeps } from './secrets.ts';
import { createFakeSafeStorage } from './testing/fake-safe-storage.ts';
import { createMemoryLog } from './testing/memory-log.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

function makeDeps(
  changes: Partial<SecretsDeps> = {},
): SecretsDeps & { readonly log: ReturnType<typeof createMemoryLog> } {
  return {
    safeStorage: createFakeSafeStorage(),
    operatingSystem: 'linux',
    path: join(makeTemporaryFolder(), 'sessions'),
    ...changes,
    log: createMemoryLog(),
  };
}

describe('setupSecrets', () => {
  it('keeps a text over a restart, encrypted on disk', async () => {
    const deps = makeDeps();
    await setupSecrets(deps).write('a secret');
    expect(readFileSync(deps.path, 'latin1')).not.toContain('secret');
    expect(await setupSecrets(deps).read()).toBe('a secret');
    expect(await setupSecrets(deps).isKept()).toBe(true);
  });

  it('keeps the last of several writes', async () => {
    const secrets = setupSecrets(makeDeps());
    void secrets.write('1');
    void secrets.write('2');
    void secrets.write('3');
    await secrets.flush();
    expect(await secrets.read()).toBe('3');
  });

  it.each([
    ['no encryption', { safeStorage: createFakeSafeStorage(false) }],
    ['a key everybody knows', { safeStorage: createFakeSafeStorage(true, 'basic_text') }],
  ])('writes nothing and says so with %s', async (_name, changes) => {
    const deps = makeDeps(changes);
    const secrets = setupSecrets(deps);
    await secrets.write('a secret');
    expect(existsSync(deps.path)).toBe(false);
    expect(await secrets.isKept()).toBe(false);
    expect(await secrets.read()).toBeNull();
    expect(deps.log.lines).toEqual(['warn secrets-in-memory-only {}']);
  });

  it('asks for the Linux key store on Linux only', async () => {
    const safeStorage = createFakeSafeStorage(true, 'basic_text');
    expect(await setupSecrets(makeDeps({ operatingSystem: 'win32', safeStorage })).isKept()).toBe(true);
  });

  it('reads nothing from a file it cannot decrypt, and from none', async () => {
    const deps = makeDeps();
    expect(await setupSecrets(deps).read()).toBeNull();
    writeFileSync(deps.path, 'damaged');
    expect(await setupSecrets(deps).read()).toBeNull();
    expect(deps.log.lines).toEqual(['warn secrets-unreadable {}']);
  });
});
