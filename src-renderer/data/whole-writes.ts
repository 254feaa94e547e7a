import type { BulkWriteRow, DexieStorageInternals } from 'rxdb';
import type { RxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { RxStorageInstanceDexie } from 'rxdb/plugins/storage-dexie';

/** Names the writes of this device in RxDB's events, apart from those of the exchange. Each is made whole or not at all. */
export const LOCAL_WRITE = 'sillon-write';

/** Ends a write of this device of which other windows changed some records after they were read; nothing of it was written. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
  /** The records that were changed. */
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(`${ids.join(', ')} changed meanwhile`);
    this.ids = ids;
  }
}

/**
 * Makes each write of this device whole: by itself the storage leaves out the records that were changed since they were read,
 * writes the others and names those it left out. Here its transaction ends with an {@link OvertakenError} instead, before
 * anything is written or told to other windows. Writes of the exchange stay as they are: it goes by the record.
 */
export function wholeWrites(storage: RxStorageDexie): RxStorageDexie {
  const create = storage.createStorageInstance.bind(storage);
  storage.createStorageInstance = async <T>(params: Parameters<typeof create<T>>[0]) => {
    const instance = await create<T>(params);
    instance.bulkWrite = (rows, context) => {
      const writing = context === LOCAL_WRITE ? withGuard(instance, rows) : instance;
      return RxStorageInstanceDexie.prototype.bulkWrite.call(writing, rows, context);
    };
    return instance;
  };
  return storage;
}

type Internals = Awaited<DexieStorageInternals>;

/** The same instance with a table that looks at the revisions where the storage reads them: inside its transaction. */
function withGuard<T>(instance: RxStorageInstanceDexie<T>, rows: readonly BulkWriteRow<T>[]): typeof instance {
  const internals = instance.internals.then((state) => ({ ...state, dexieTable: guardTable(state.dexieTable, rows) }));
  return Object.create(instance, { internals: { value: internals } }) as typeof instance; // all else is the instance's
}

function guardTable<T>(table: Internals['dexieTable'], rows: readonly BulkWriteRow<T>[]): typeof table {
  const bulkGet = (ids: string[]) =>
    table.bulkGet(ids).then((stored: readonly ({ readonly _rev: string } | undefined)[]) => {
      // The storage asks for the records of the rows, in their order.
      const overtaken = ids.filter((_, index) => stored[index]?._rev !== rows[index]?.previous?._rev);
      if (overtaken.length > 0) throw new OvertakenError(overtaken);
      return stored;
    });
  return Object.create(table, { bulkGet: { value: bulkGet } }) as typeof table; // all else is the table's
}
