import { describe, expect, it } from 'vitest';
import { setupSessionVault, type SessionVaultDeps } from './session-vault.ts';

const origin = 'https://a.example';

function createMemorySecrets(): SessionVaultDeps['secrets'] & { readonly texts: string[] } {
  const texts: string[] = [];
  return {
    texts,
    read: () => Promise.resolve(texts.at(-1) ?? null),
    write: (text) => {
      texts.push(text);
      return Promise.resolve();
    },
  };
}

describe('setupSessionVault', () => {
  it('gives a cookie back to the same server and account only, also after a restart', async () => {
    const secrets = createMemorySecrets();
    const deps = { secrets, nowMs: () => 1000 };
    const vault = setupSessionVault(deps);
    await vault.keepCookies(origin, ['other=1, sillon-session-marie=abc; HttpOnly', 'sillon-session-paul=xyz']);
    for (const each of [vault, setupSessionVault(deps)]) {
      expect(await each.readCookieHeader(origin, 'marie', '/couch/book')).toBe('sillon-session-marie=abc');
      expect(await each.readCookieHeader(origin, 'paul', '/couch/book')).toBe('sillon-session-paul=xyz');
      expect(await each.readCookieHeader(origin, 'anna', '/couch/book')).toBeNull();
      expect(await each.readCookieHeader('https://b.example', 'marie', '/couch/book')).toBeNull();
      expect(await each.readCookieHeader(origin, 'marie; x=1', '/couch/book')).toBeNull();
    }
    expect(secrets.texts.join()).not.toContain('other');
  });

  it.each(['sillon-session-marie=; Path=/', 'sillon-session-marie=abc; Max-Age=0'])('forgets by %s', async (line) => {
    const secrets = createMemorySecrets();
    const vault = setupSessionVault({ secrets, nowMs: () => 1000 });
    await vault.keepCookies(origin, ['sillon-session-marie=abc']);
    await vault.keepCookies(origin, [line]);
    expect(await vault.readCookieHeader(origin, 'marie', '/couch/book')).toBeNull();
    expect(secrets.texts.at(-1)).toBe('[]');
  });

  it('ends a session at its time', async () => {
    let nowMs = 0;
    const vault = setupSessionVault({ secrets: createMemorySecrets(), nowMs: () => nowMs });
    await vault.keepCookies(origin, ['sillon-session-marie=abc; Max-Age=60']);
    nowMs = 59_999;
    expect(await vault.readCookieHeader(origin, 'marie', '/couch/book')).not.toBeNull();
    nowMs = 60_000;
    expect(await vault.readCookieHeader(origin, 'marie', '/couch/book')).toBeNull();
  });

  it('writes only when something changed', async () => {
    let nowMs = 0;
    const secrets = createMemorySecrets();
    const vault = setupSessionVault({ secrets, nowMs: () => nowMs });
    await vault.keepCookies(origin, ['a=1']);
    expect(secrets.texts).toHaveLength(0);
    for (nowMs = 0; nowMs < 300_000; nowMs += 60_000) {
      await vault.keepCookies(origin, ['sillon-session-marie=abc; Max-Age=3600']);
    }
    expect(secrets.texts).toHaveLength(1);
    nowMs = 3_000_000;
    await vault.keepCookies(origin, ['sillon-session-marie=abc; Max-Age=3600']);
    expect(secrets.texts).toHaveLength(2);
  });

  it('keeps a device’s proof beside the session and gives it to the sign-in alone', async () => {
    const secrets = createMemorySecrets();
    const deps = { secrets, nowMs: () => 1000 };
    await setupSessionVault(deps).keepCookies(origin, [
      'sillon-device-marie=D1.secret; Max-Age=34560000, sillon-session-marie=abc',
    ]);
    const vault = setupSessionVault(deps);
    expect(await vault.readCookieHeader(origin, 'marie', '/couch/book')).toBe('sillon-session-marie=abc');
    expect(await vault.readCookieHeader(origin, 'marie', '/api/session')).toBe(
      'sillon-session-marie=abc; sillon-device-marie=D1.secret',
    );
    await vault.keepCookies(origin, ['sillon-session-marie=; Max-Age=0']);
    expect(await vault.readCookieHeader(origin, 'marie', '/api/session')).toBe('sillon-device-marie=D1.secret');
  });

  it('starts empty on damaged content', async () => {
    const secrets = createMemorySecrets();
    for (const text of ['{', '{}', '[null, 1, {"origin":1}]']) {
      secrets.texts.push(text);
      const vault = setupSessionVault({ secrets, nowMs: () => 0 });
      expect(await vault.readCookieHeader(origin, 'marie', '/couch/book')).toBeNull();
    }
  });
});
