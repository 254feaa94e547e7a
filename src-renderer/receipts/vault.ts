import idbAdapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { chunkIds, chunkOf } from '../../shared/receipts/receipt-chunks.ts';
import type { ReceiptManifest } from '../../shared/records/expense.ts';
import { hashBytes } from '../data/hash.ts';
import { toStoreError } from '../data/storage-access.ts';
import { readChunks, readDigests, removeChunks, writeChunks } from './chunk-documents.ts';

PouchDB.plugin(idbAdapter);
PouchDB.plugin(replication);

/** What tells one receipt from all others. */
export type ReceiptKey = Pick<ReceiptManifest, 'sha256' | 'sizeBytes'>;

/** The receipts of one account on this device: a database of its own, beside the records. */
export interface ReceiptVault {
  readonly database: PouchDB.Database;
  /** Keeps bytes; the same bytes again cost nothing. Errors: `store.full`, `store.writeFailed`. */
  put(bytes: Uint8Array<ArrayBuffer>): Promise<Result<ReceiptKey>>;
  /** Errors: `record.notFound` when the bytes are not on this device, `file.unreadable` when they changed since. */
  get(key: ReceiptKey): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Takes the bytes off this device; whoever calls knows that the server has them. Error: `store.writeFailed`. */
  remove(key: ReceiptKey): Promise<Result<void>>;
}

const opened = new Map<string, ReceiptVault>();

/** Opens the vault that goes with a store; once a name. */
export function openVault(storeName: string): ReceiptVault {
  const known = opened.get(storeName);
  if (known !== undefined) return known;
  const database = new PouchDB(`${storeName}-receipts`, { adapter: 'idb', auto_compaction: true });
  const vault: ReceiptVault = {
    database,
    put: (bytes) => put(database, bytes),
    get: (key) => get(database, key),
    remove: (key) => remove(database, key),
  };
  opened.set(storeName, vault);
  return vault;
}

/** The bytes of a receipt if they are the right ones. Error: `file.unreadable`. */
export function checkBytes(key: ReceiptKey, bytes: Uint8Array<ArrayBuffer>): Result<Uint8Array<ArrayBuffer>> {
  return bytes.length === key.sizeBytes && hashBytes(bytes) === key.sha256
    ? ok(bytes)
    : fail(appError('file.unreadable', `receipt ${key.sha256} is damaged`));
}

/** The chunks of a receipt as one piece. */
export async function joinChunks(chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Blob([...chunks]).arrayBuffer());
}

async function put(database: PouchDB.Database, bytes: Uint8Array): Promise<Result<ReceiptKey>> {
  const sha256 = hashBytes(bytes);
  const chunks = chunkIds(sha256, bytes.length).map((id, index) => ({ id, bytes: chunkOf(bytes, index) }));
  try {
    const known = await readDigests(
      database,
      chunks.map(({ id }) => id),
    );
    const isDone = await writeChunks(
      database,
      chunks.filter(({ id }) => !known.has(id)),
    );
    if (!isDone) return fail(appError('store.writeFailed', 'a part of the receipt was not kept'));
  } catch (error) {
    return fail(toStoreError(error));
  }
  return ok({ sha256, sizeBytes: bytes.length });
}

async function get(database: PouchDB.Database, key: ReceiptKey): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const chunks = await readChunks(database, chunkIds(key.sha256, key.sizeBytes));
    const found = chunks.filter((chunk) => chunk !== undefined);
    if (found.length < chunks.length) {
      return fail(appError('record.notFound', `receipt ${key.sha256} is not on this device`));
    }
    return checkBytes(key, await joinChunks(found));
  } catch (error) {
    return fail(toStoreError(error));
  }
}

async function remove(database: PouchDB.Database, { sha256, sizeBytes }: ReceiptKey): Promise<Result<void>> {
  try {
    await removeChunks(database, chunkIds(sha256, sizeBytes));
    return ok(undefined);
  } catch (error) {
    return fail(toStoreError(error));
  }
}
