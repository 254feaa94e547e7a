import { createRxDatabase } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { BookStore } from '../book-store.ts';
import { RECORD_SCHEMA } from '../collection-schema.ts';
import type { RecordCollection } from '../storage-access.ts';
import { wholeWrites } from '../whole-writes.ts';

/**
 * The book of an open store as another window of the same device has it. RxDB opens a store once a program, and knows it by
 * the names of the storage and the store: this one's storage has another name. Close it before the store.
 */
export async function openSecondWindow(
  store: BookStore,
): Promise<{ readonly book: RecordCollection; close(): Promise<unknown> }> {
  const storage = Object.assign(wholeWrites(getRxStorageDexie({ chromeTransactionDurability: 'strict' })), {
    name: 'second window',
  });
  const database = await createRxDatabase<{ book: RecordCollection }>({ name: store.parts.database.name, storage });
  const { book } = await database.addCollections<{ book: RecordCollection }>({ book: { schema: RECORD_SCHEMA } });
  return { book, close: () => database.close() };
}

/** Notes the server's revision of a record as the echo of a push does: nothing that a person wrote changes. */
export async function noteRevision({ storageInstance }: RecordCollection, id: string, rev: string): Promise<void> {
  const [previous] = await storageInstance.findDocumentsById([id], false);
  if (previous === undefined) throw new Error(`no ${id}`);
  await storageInstance.bulkWrite([{ previous, document: { ...previous, rev, isPending: false } }], 'echo');
}

/**
 * Lets another window write in the short time between what a window reads of the store and the transaction of its own write;
 * `after` so many reads that come before.
 */
export function betweenReadAndWrite(book: RecordCollection, write: () => Promise<unknown>, after = 0): void {
  const { storageInstance } = book;
  const find = storageInstance.findDocumentsById.bind(storageInstance);
  let left = after;
  storageInstance.findDocumentsById = async (...asked) => {
    if (left > 0) {
      left -= 1;
      return find(...asked);
    }
    storageInstance.findDocumentsById = find;
    const found = await find(...asked);
    await write();
    return found;
  };
}
