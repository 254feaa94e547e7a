import type PouchDB from 'pouchdb-core';
import { CHUNK_ATTACHMENT, CHUNK_TYPE } from '../../shared/receipts/receipt-chunks.ts';

/** The bytes of one chunk under its id. */
export interface Chunk {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The chunks a database holds, with the digest of each, by id. Works on this device's database and on the server's. */
export async function readDigests(
  database: PouchDB.Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const { rows } = await database.allDocs({ keys: ids, include_docs: true });
  for (const row of rows) {
    const digest = 'doc' in row ? row.doc?._attachments?.[CHUNK_ATTACHMENT]?.digest : undefined;
    if (digest !== undefined) found.set(row.key, digest);
  }
  return found;
}

/** The bytes of chunks on this device, in the order of `ids`; `undefined` for those that are not here. */
export async function readChunks(
  database: PouchDB.Database,
  ids: readonly string[],
): Promise<(Uint8Array<ArrayBuffer> | undefined)[]> {
  const { rows } = await database.allDocs({ keys: ids, include_docs: true, attachments: true, binary: true });
  return Promise.all(
    rows.map(async (row) => {
      const data = 'doc' in row ? row.doc?._attachments?.[CHUNK_ATTACHMENT]?.data : undefined;
      // Binary attachments are Blobs in a browser.
      return data === undefined ? undefined : new Uint8Array(await new Response(data as Blob).arrayBuffer());
    }),
  );
}

/** Writes chunks that are not on this device. Returns whether all of them are here then. */
export async function writeChunks(database: PouchDB.Database, chunks: readonly Chunk[]): Promise<boolean> {
  const done = await database.bulkDocs(
    chunks.map(({ id, bytes }) => ({
      _id: id,
      _attachments: { [CHUNK_ATTACHMENT]: { content_type: CHUNK_TYPE, data: toBase64(bytes) } },
    })),
  );
  // Another window may have kept the same bytes at the same moment: a conflict is a success.
  return done.every((row) => !('error' in row) || row.status === 409);
}

/** Writes chunks in place of those that are on this device under their ids. */
export async function replaceChunks(database: PouchDB.Database, chunks: readonly Chunk[]): Promise<void> {
  await removeChunks(
    database,
    chunks.map(({ id }) => id),
  );
  await writeChunks(database, chunks);
}

/** Takes chunks off this device; only their names stay. */
export async function removeChunks(database: PouchDB.Database, ids: readonly string[]): Promise<void> {
  const { rows } = await database.allDocs({ keys: ids });
  await database.bulkDocs(
    rows.flatMap((row) =>
      'error' in row || row.value.deleted === true ? [] : [{ _id: row.id, _rev: row.value.rev, _deleted: true }],
    ),
  );
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
