import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** The members of a `_users` document that stand for a password, named as in CouchDB 3.4 and later. */
export interface PasswordHash {
  password_scheme: 'pbkdf2';
  pbkdf2_prf: 'sha256';
  iterations: number;
  salt: string;
  derived_key: string;
}

const derive = promisify(pbkdf2);
const KEY_BYTES = 32;

export async function hashPassword(password: string, iterations: number): Promise<PasswordHash> {
  const salt = randomBytes(16).toString('hex');
  const key = await derive(password, salt, iterations, KEY_BYTES, 'sha256');
  return { password_scheme: 'pbkdf2', pbkdf2_prf: 'sha256', iterations, salt, derived_key: key.toString('hex') };
}

export async function verifyPassword(password: string, hash: PasswordHash): Promise<boolean> {
  const expected = Buffer.from(hash.derived_key, 'hex');
  if (expected.length !== KEY_BYTES) return false;
  const actual = await derive(password, hash.salt, hash.iterations, KEY_BYTES, 'sha256');
  return timingSafeEqual(actual, expected);
}
