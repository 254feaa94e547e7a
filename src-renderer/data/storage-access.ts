import type { BulkWriteRow, DexieStorageInternals, RxCollection, RxDocumentData } from 'rxdb';
import { fromDexieToStorage } from 'rxdb/plugins/storage-dexie';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { LOCAL_WRITE, OvertakenError } from './whole-writes.ts';

/**
 * The few calls on RxDB's storage layer: raw documents instead of RxDocuments (no cache of 50,000 proxies), and one
 * IndexedDB transaction for a whole write, inserts and updates together.
 */
export type RecordCollection = RxCollection<AnyRecord>;

/** A record to write and, when it exists already, the state it replaces. */
export interface RecordWrite {
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord;
}

/** Records read at once: what keeps a slow computer busy for well under a tenth of a second. */
const PAGE_RECORDS = 1000;

/** Records of one type whose date lies in `from` ≤ date ≤ `to`, ascending by date. Both bounds are always given: the index needs them. */
export async function readRange(
  collection: RecordCollection,
  type: string,
  from = '',
  to = '\uffff',
  limit = Number.POSITIVE_INFINITY,
): Promise<AnyRecord[]> {
  // RxDB's own query walks a cursor, one event a record: four times as slow as reading pages. These are the internals of
  // the Dexie storage, which open-database.ts chose; it keeps booleans as '0' and '1'.
  const { dexieTable, booleanIndexes } = await (collection.storageInstance.internals as DexieStorageInternals);
  const found: AnyRecord[] = [];
  let after = ['0', type, from, ''];
  while (found.length < limit) {
    const rows = await dexieTable
      .where('[_deleted+type+date+id]')
      .between(after, ['0', type, to, '\uffff'], found.length === 0, true)
      .limit(Math.min(PAGE_RECORDS, limit - found.length))
      .toArray();
    for (const row of rows) found.push(toRecord(fromDexieToStorage<AnyRecord>(booleanIndexes, row)));
    const last = found.at(-1);
    if (rows.length < PAGE_RECORDS || last === undefined) break;
    after = ['0', type, last.date, last.id];
  }
  return found;
}

/** Every record, whatever its type, type after type. */
export async function readAll(collection: RecordCollection): Promise<AnyRecord[]> {
  const found: AnyRecord[] = [];
  for (const type of await listTypes(collection)) found.push(...(await readRange(collection, type)));
  return found;
}

/** The types of which records are stored, those of newer versions of Sillon included: one look in the index for each. */
export async function listTypes(collection: RecordCollection): Promise<string[]> {
  const { dexieTable } = await (collection.storageInstance.internals as DexieStorageInternals);
  const types: string[] = [];
  for (;;) {
    const after = ['0', types.at(-1) ?? '', '\uffff', '\uffff'];
    const row: unknown = await dexieTable
      .where('[_deleted+type+date+id]')
      .between(after, ['0', '\uffff'], false, false)
      .first();
    if (row === undefined) return types;
    types.push((row as AnyRecord).type); // a stored record
  }
}

/** Records by id, as stored now. */
export async function readByIds(collection: RecordCollection, ids: string[]): Promise<Map<string, AnyRecord>> {
  const found = await collection.storageInstance.findDocumentsById(ids, false);
  return new Map(found.map((document) => [document.id, toRecord(document)]));
}

/**
 * Writes all records in one transaction, or none: when the disk is full (`store.full`), when the browser refuses
 * (`store.writeFailed`), when another window changed one of them meanwhile (`store.writeFailed` with `changedElsewhere`).
 * `mark`: what a person writes `waits` for the server; what a backup brings is marked `asGiven`.
 */
export async function writeRecords(
  collection: RecordCollection,
  writes: readonly RecordWrite[],
  mark: Mark = 'waits',
): Promise<Result<void>> {
  try {
    await putWhole(collection, writes, mark);
    return ok(undefined);
  } catch (error) {
    return fail(toStoreError(error));
  }
}

/**
 * Writes in one transaction the records that still stand as they were seen, and tells why the others were not written, by
 * their ids; when the store itself fails, that is all of them. Errors as for {@link writeRecords}.
 */
export async function writeUnchanged(
  collection: RecordCollection,
  writes: readonly RecordWrite[],
): Promise<ReadonlyMap<string, AppError>> {
  const refused = new Map<string, AppError>();
  let standing = writes;
  while (standing.length > 0) {
    try {
      await putWhole(collection, standing, 'waits');
      break;
    } catch (error) {
      const ids = error instanceof OvertakenError ? error.ids : standing.map(({ after }) => after.id);
      for (const id of ids) refused.set(id, toStoreError(error, id));
      standing = standing.filter(({ after }) => !refused.has(after.id));
    }
  }
  return refused;
}

type Mark = 'waits' | 'asGiven';

/** The exchange notes a revision of a record every few seconds at most. */
const MOST_TRIES = 5;

/** One transaction for all. Throws {@link OvertakenError} when some do not stand as they were seen, or what the store throws. */
async function putWhole(collection: RecordCollection, writes: readonly RecordWrite[], mark: Mark): Promise<void> {
  const ids = writes.map(({ after }) => after.id);
  for (let tries = 1; ; tries += 1) {
    const known = await collection.storageInstance.findDocumentsById(ids, true);
    const stored = new Map(known.map((document) => [document.id, document]));
    const overtaken = writes.filter((write) => !isAsSeen(write, stored.get(write.after.id)));
    if (overtaken.length > 0) throw new OvertakenError(overtaken.map(({ after }) => after.id));
    try {
      await putRows(
        collection,
        writes.map((write) => toRow(write, stored.get(write.after.id), mark)),
      );
      return;
    } catch (error) {
      // Only what is read again tells whether somebody changed a record, or the exchange noted something of this edition.
      if (!(error instanceof OvertakenError) || tries === MOST_TRIES) throw error;
    }
  }
}

function toRow(
  { before, after }: RecordWrite,
  previous: RxDocumentData<AnyRecord> | undefined,
  mark: Mark,
): BulkWriteRow<AnyRecord> {
  const document = toDocument(after, mark);
  if (previous === undefined) return { document };
  // The same edition may have got to the server since it was seen: it is followed from there.
  const rev = before?.rev === after.rev ? previous.rev : after.rev;
  return { previous, document: { ...document, rev, _rev: previous._rev, _meta: previous._meta } };
}

async function putRows(collection: RecordCollection, rows: BulkWriteRow<AnyRecord>[]): Promise<void> {
  const { error } = await collection.storageInstance.bulkWrite(rows, LOCAL_WRITE);
  if (error.length > 0) throw new OvertakenError(error.map(({ documentId }) => documentId));
}

function isAsSeen({ before }: RecordWrite, stored: RxDocumentData<AnyRecord> | undefined): boolean {
  // What was taken out of the store may come in again.
  const newest = stored === undefined || stored._deleted ? '' : stored.edits[0];
  return newest === (before?.edits[0] ?? '');
}

/** Takes a record out of the store; nothing of it is sent. Whoever calls has kept it elsewhere. Errors as for a write. */
export async function removeRecord(collection: RecordCollection, id: string): Promise<Result<void>> {
  try {
    const [previous] = await collection.storageInstance.findDocumentsById([id], false);
    if (previous === undefined) return ok(undefined);
    const document = { ...previous, isPending: false, _deleted: true };
    await putRows(collection, [{ previous, document }]);
    return ok(undefined);
  } catch (error) {
    return fail(toStoreError(error));
  }
}

/** The error of the local store in our words, about the record of an id where it is about one. */
export function toStoreError(error: unknown, id?: string): AppError {
  if (error instanceof OvertakenError) return changedElsewhere(id ?? error.ids[0] ?? '');
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return /quota/i.test(text)
    ? appError('store.full', 'the disk or the space given to the application is full')
    : appError('store.writeFailed', 'the local store refused the write', { reason: text.slice(0, 200) });
}

function changedElsewhere(id: string): AppError {
  return appError('store.writeFailed', `${id} was changed in another window`, { id, changedElsewhere: true });
}

/** A stored document without RxDB's own members. */
export function toRecord(document: RxDocumentData<AnyRecord>): AnyRecord {
  const { _rev, _meta, _attachments, _deleted, ...record } = document;
  return record;
}

/** Every local write waits for the server from then on; the echo of its push clears the mark. */
function toDocument(record: AnyRecord, mark: Mark): RxDocumentData<AnyRecord> {
  const isPending = mark === 'waits' || record.isPending === true;
  return { ...record, isPending, _deleted: false, _attachments: {}, _rev: '', _meta: { lwt: 1 } };
}
