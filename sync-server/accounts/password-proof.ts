import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { StoredDocument } from '../couch/couch-database.ts';

/** A password as CouchDB keeps it in `_users`, by its scheme `pbkdf2`. */
export interface PasswordProof {
  readonly digest: string;
  readonly iterations: number;
  readonly salt: string;
  readonly key: Buffer;
}

const derive = promisify(pbkdf2);
/** CouchDB's names; without one the hash is of a version before 3.4. */
const DIGESTS: Readonly<Record<string, string>> = {
  sha: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
};
/** What is computed for an account that does not exist, so that the time tells nothing: CouchDB's own default. */
export const DECOY: PasswordProof = {
  digest: 'sha256',
  iterations: 600_000,
  salt: '0'.repeat(32),
  key: Buffer.alloc(32),
};

/** Reads the proof in a document of `_users`; `undefined` when there is none of this scheme. */
export function readPasswordProof(user: StoredDocument | undefined): PasswordProof | undefined {
  if (user === undefined) return undefined;
  const { password_scheme: scheme, pbkdf2_prf: name = 'sha', iterations, salt, derived_key: hex } = user;
  const digest = typeof name === 'string' ? DIGESTS[name] : undefined;
  if (scheme !== 'pbkdf2' || digest === undefined || typeof iterations !== 'number') return undefined;
  if (typeof salt !== 'string' || typeof hex !== 'string' || !/^([0-9a-f]{2})+$/.test(hex)) return undefined;
  return { digest, iterations, salt, key: Buffer.from(hex, 'hex') };
}

/** Computes a password's key (some tenths of a second of a processor) and compares it. */
export async function isProvedBy(password: string, { digest, iterations, salt, key }: PasswordProof): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt, iterations, key.length, digest), key);
}
