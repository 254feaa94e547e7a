import { describe, expect, it } from 'vitest';
import { isProvedBy, readPasswordProof } from './password-proof.ts';

/** Published vectors: RFC 6070 for HMAC-SHA-1; RFC 7914, section 11, for HMAC-SHA-256 (its first 32 bytes). */
const OLD = {
  _id: 'org.couchdb.user:a',
  password_scheme: 'pbkdf2',
  iterations: 4096,
  salt: 'salt',
  derived_key: '4b007901b765489abead49d926f721d065a429c1',
};
const NEW = {
  ...OLD,
  pbkdf2_prf: 'sha256',
  iterations: 1,
  derived_key: '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc',
};

describe('a password as CouchDB keeps it', () => {
  it('of versions before 3.4 and since is compared with published vectors', async () => {
    const [old, since] = [readPasswordProof(OLD), readPasswordProof(NEW)];
    if (old === undefined || since === undefined) throw new Error('not read');
    expect(await isProvedBy('password', old)).toBe(true);
    expect(await isProvedBy('passwort', old)).toBe(false);
    expect(await isProvedBy('passwd', since)).toBe(true);
    expect(await isProvedBy('password', since)).toBe(false);
  });

  it.each([
    ['no user', undefined],
    ['another scheme', { ...OLD, password_scheme: 'simple' }],
    ['another digest', { ...OLD, pbkdf2_prf: 'md5' }],
    ['no salt', { ...OLD, salt: undefined }],
    ['no key', { ...OLD, derived_key: '' }],
    ['half a byte', { ...OLD, derived_key: 'abc' }],
  ])('is none with %s', (_name, user) => {
    expect(readPasswordProof(user)).toBeUndefined();
  });
});
