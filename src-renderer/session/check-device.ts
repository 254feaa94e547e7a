import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { deviceFacts } from '../data/device-database.ts';

/** A new book with its receipts of some months. */
const NEEDED_BYTES = 50_000_000;
const FACT = 'device-check';

/** Whether the page's address lets it keep books at all; known at once. Error: `device.notSecure`. */
export function checkAddress(): Result<null> {
  // Beyond https and this computer browsers leave out the cryptography that passwords and proofs need.
  const isSecure = window.isSecureContext && 'subtle' in crypto;
  return isSecure ? ok(null) : fail(appError('device.notSecure', 'not a secure context'));
}

/**
 * Whether this device can hold books, before anything is used up at the server: a secure address, a database that gives
 * back what it took, room. Asks the browser to keep the data; whether it agrees is shown in the settings.
 * Errors: `device.notSecure`, `device.storageRefused`, `device.noRoom`.
 */
export async function checkDevice(): Promise<Result<null>> {
  const address = checkAddress();
  if (!address.ok) return address;
  if (!(await keepsWhatItTakes())) return fail(appError('device.storageRefused', 'the database does not keep data'));
  const { quota, usage } = await navigator.storage.estimate();
  const freeBytes = quota === undefined ? NEEDED_BYTES : quota - (usage ?? 0);
  if (freeBytes < NEEDED_BYTES) {
    const details = { freeMegabytes: toMegabytes(freeBytes), neededMegabytes: toMegabytes(NEEDED_BYTES) };
    return fail(appError('device.noRoom', 'too little room', details));
  }
  void navigator.storage.persist();
  return ok(null);
}

async function keepsWhatItTakes(): Promise<boolean> {
  try {
    const facts = await deviceFacts();
    const at = new Date().toISOString();
    await facts.put({ id: FACT, kind: FACT, at, body: {} });
    return (await facts.get(FACT))?.at === at;
  } catch {
    return false;
  }
}

function toMegabytes(bytes: number): number {
  return Math.max(0, Math.floor(bytes / 1_000_000));
}
