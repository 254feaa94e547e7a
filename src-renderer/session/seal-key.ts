import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { SealKey } from '../data/backup/backup-seal.ts';
import { importSealKey } from '../data/backup/backup-seal.ts';
import { findSealKey, saveSealKey } from '../data/backup/seal-keys.ts';
import { askServer } from './api.ts';

/** Long enough for a server that is there; otherwise the device's own copy does. */
const TIMEOUT_MS = 4_000;

/**
 * The key that seals this account's backups: from the server while the session holds, or else the one kept on this device.
 * `undefined` when neither has it, and on plain http beyond this computer, where browsers keep no keys.
 */
export async function sealKeyOf(account: AccountInfo): Promise<SealKey | undefined> {
  if (!('subtle' in crypto)) return undefined;
  const id = `${account.isDemo ? 'demo' : 'coop'}:${account.account}`;
  const answer = await askServer('GET', 'session/backup-key', undefined, account.account, TIMEOUT_MS);
  const given = answer.ok ? readAnswer(answer.value) : undefined;
  if (given === undefined) return findSealKey(id);
  const key = await importSealKey(given.keyId, given.bytes);
  await saveSealKey(id, key);
  return key;
}

function readAnswer(value: unknown): { readonly keyId: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined {
  if (typeof value !== 'object' || value === null || !('keyId' in value) || !('key' in value)) return undefined;
  const { keyId, key } = value;
  if (typeof keyId !== 'string' || typeof key !== 'string' || !/^[\w-]{43}$/.test(key)) return undefined;
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return { keyId, bytes: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) };
}
