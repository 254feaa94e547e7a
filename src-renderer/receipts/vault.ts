import idbAdapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { ReceiptManifest } from '../../shared/records/expense.ts';
import { hashBytes } from '../data/hash.ts';
import { toStoreError } from '../data/storage-access.ts';
import { chunkIds, chunkOf } from './receipt-chunks.ts';

PouchDB.plugin(idbAdapter);

const ATTACHMENT = 'chunk';

/** The receipts of one account on this device: a database of its own, beside the records. */
export interface ReceiptVault {
  /** Keeps bytes; the same bytes again cost nothing. Errors: `store.full`, `store.writeFailed`. */
  put(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Pick<ReceiptManifest, 'sha256' | 'sizeBytes'>>>;
  /** Errors: `record.notFound` when the bytes are not on this device, `file.unreadable` when they changed since. */
  get(manifest: Pick<ReceiptManifest, 'sha256' | 'sizeBytes'>): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

const opened = new Map<string, ReceiptVault>();

/** Opens the vault that goes with a store; once a name. */
export function openVault(storeName: string): ReceiptVault {
  const known = opened.get(storeName);
  if (known !== undefined) return known;
  const database = new PouchDB(`${storeName}-receipts`, { adapter: 'idb', auto_compaction: true });
  const vault: ReceiptVault = {
    put: (bytes) => put(database, bytes),
    get: (manifest) => get(database, manifest),
  };
  opened.set(storeName, vault);
  return vault;
}

async function put(
  database: PouchDB.Database,
  bytes: Uint8Array,
): Promise<Result<{ sha256: string; sizeBytes: number }>> {
  const sha256 = hashBytes(bytes);
  const ids = chunkIds(sha256, bytes.length);
  try {
    const known = await database.allDocs({ keys: ids });
    const missing = known.rows.flatMap((row, index) => ('error' in row ? [{ id: row.key, index }] : []));
    const done = await database.bulkDocs(
      missing.map(({ id, index }) => ({
        _id: id,
        _attachments: {
          [ATTACHMENT]: { content_type: 'application/octet-stream', data: toBase64(chunkOf(bytes, index)) },
        },
      })),
    );
    // Another window may have kept the same bytes at the same moment: a conflict is a success.
    const failed = done.find((row) => 'error' in row && row.status !== 409);
    if (failed !== undefined) return fail(appError('store.writeFailed', 'a part of the receipt was not kept'));
  } catch (error) {
    return fail(toStoreError(error));
  }
  return ok({ sha256, sizeBytes: bytes.length });
}

async function get(
  database: PouchDB.Database,
  { sha256, sizeBytes }: Pick<ReceiptManifest, 'sha256' | 'sizeBytes'>,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const parts: ArrayBuffer[] = [];
  try {
    const ids = chunkIds(sha256, sizeBytes);
    const found = await database.allDocs({ keys: ids, include_docs: true, attachments: true, binary: true });
    for (const row of found.rows) {
      const attachment = 'doc' in row ? row.doc?._attachments?.[ATTACHMENT] : undefined;
      if (attachment === undefined || !('data' in attachment)) {
        return fail(appError('record.notFound', `receipt ${sha256} is not on this device`));
      }
      // Binary attachments are Blobs in a browser.
      parts.push(await new Response(attachment.data as Blob).arrayBuffer());
    }
  } catch (error) {
    return fail(toStoreError(error));
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return bytes.length === sizeBytes && hashBytes(bytes) === sha256
    ? ok(bytes)
    : fail(appError('file.unreadable', `receipt ${sha256} is damaged`));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
