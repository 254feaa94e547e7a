import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';

/** The account's key, given by the server; its bytes cannot be read back from the device. */
export interface SealKey {
  readonly keyId: string;
  readonly key: CryptoKey;
}

/** Last word of a backup: HMAC-SHA-256 over its sum, hexadecimal, and the key it was made with. */
export interface Seal {
  readonly keyId: string;
  readonly mac: string;
}

/** What a file says of itself at its end. */
export interface SealedFile {
  /** SHA-256 of all it says, hexadecimal. */
  readonly sum: string;
  readonly seal: Seal | undefined;
}

/** What a seal tells of a file: `unknown` without one, or without the key it was made with. */
export type Origin = 'sealed' | 'changed' | 'unknown';

/** What a restore knows about where the file comes from. */
export interface OriginOptions {
  readonly sealKey?: SealKey | undefined;
  /** The person said that they know a file of unknown origin. */
  readonly isConfirmed?: boolean;
}

/** Bytes of 256 bits as a key that seals and checks, and cannot be read back. */
export async function importSealKey(keyId: string, bytes: Uint8Array<ArrayBuffer>): Promise<SealKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return { keyId, key: await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']) };
}

export async function makeSeal({ keyId, key }: SealKey, sum: string): Promise<Seal> {
  const mac = await crypto.subtle.sign('HMAC', key, toMessage(sum));
  return { keyId, mac: [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

export async function readOrigin({ seal, sum }: SealedFile, sealKey: SealKey | undefined): Promise<Origin> {
  if (seal === undefined || sealKey?.keyId !== seal.keyId) return 'unknown';
  return (await makeSeal(sealKey, sum)).mac === seal.mac ? 'sealed' : 'changed';
}

/**
 * Whether the file is known to come from this account. Errors: `backup.changed`, and `backup.unsealed` for one of unknown
 * origin that the person did not vouch for.
 */
export async function judgeOrigin(backup: SealedFile, options: OriginOptions): Promise<Result<boolean>> {
  const origin = await readOrigin(backup, options.sealKey);
  if (origin === 'changed') return fail(appError('backup.changed', 'the seal does not fit'));
  if (origin === 'unknown' && options.isConfirmed !== true) {
    return fail(appError('backup.unsealed', 'nothing tells where the file comes from'));
  }
  return ok(origin === 'sealed');
}

/** The sum covers the header, and with it the account. */
function toMessage(sum: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`sillon-backup:${sum}`);
}
