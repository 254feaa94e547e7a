import type { AppError, ErrorCode } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { isOneOf } from '../../../../shared/records/record-facts.ts';
import { isRecordType, RECORD_TYPES } from '../../../../shared/records/registry.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import type { DeviceFact } from '../../collection-schema.ts';
import type { DeviceFacts } from '../../device-facts.ts';
import { collectionOf } from '../../collection-of.ts';
import { removeRecord } from '../../storage-access.ts';
import { changeOne, writeOne } from '../../write-one.ts';
import { listOpenFields, planTaking } from './settle-conflict.ts';

const KIND = 'setAside';

/** A version that is not in the book: the server never took it, or has another of the record. Kept on this device, whole. */
export interface SetAside {
  /** Names what was set aside; one record may be there in several versions. */
  readonly id: string;
  readonly record: AnyRecord;
  readonly at: string;
}

/**
 * Whether a refused record may be set aside: nothing of it is on the server, so that nothing there changes, and nobody
 * outside may hold it.
 */
export function canSetAside(record: AnyRecord, error: AppError): boolean {
  return NOTHING_TO_MEND.includes(error.code) && record.rev === '' && !isHandedOut(record);
}

/** Refusals that no change of the record answers: its month is closed, or the server is of an older version than the record. */
const NOTHING_TO_MEND: readonly ErrorCode[] = ['period.closed', 'record.unknownType', 'record.tooNew'];

/** Whether somebody outside may hold it, a customer an issued invoice: then it never leaves the book. */
export function isHandedOut({ type, status }: AnyRecord): boolean {
  // Of a type that only a newer Sillon knows nobody can say; it is kept aside, and comes back.
  return isRecordType(type) && isOneOf(RECORD_TYPES[type].handedOut, status);
}

/** Takes a refused record out of the book and keeps it with the device. Errors: `record.notFound`, those of a write. */
export async function setAside(store: BookStore, id: string): Promise<Result<void>> {
  const { facts, collections, context, account } = store.parts;
  const record = store.find(id);
  if (record?.rev !== '') return fail(appError('record.notFound', `${id} is not here alone`));
  const collection = collectionOf(account, collections, [{ before: undefined, after: record }]);
  // Kept first: a crash in between leaves it twice, never nowhere.
  await keepAside(facts, context.clock(), record);
  const done = await removeRecord(collection, id);
  if (done.ok) store.undoStack.forget([id]);
  return done;
}

/** Keeps a version with the device; twice the same leaves one. */
export async function keepAside(facts: DeviceFacts, at: string, record: AnyRecord): Promise<void> {
  await facts.put({ id: `${KIND}:${record.id}:${record.edits[0] ?? ''}`, kind: KIND, at, body: { record } });
}

/**
 * Puts it into the book again, to be sent; over the version that is there, when there is one. Errors: `record.notFound`,
 * `record.final`, `record.transition`, those of a write (`period.closed`).
 */
export async function bringBack(store: BookStore, { id }: Pick<SetAside, 'id'>): Promise<Result<void>> {
  const { facts, context } = store.parts;
  const fact = await facts.get(id);
  if (fact === undefined) return fail(appError('record.notFound', `${id} is not set aside`));
  const { record } = toSetAside(fact);
  const before = store.find(record.id);
  if (before === undefined) {
    const done = await writeOne(store, 'sentAgain', before, reviseRecord(context, record, {}));
    if (!done.ok) return done;
  } else if (!before.edits.includes(record.edits[0] ?? '') && listOpenFields(before, record, []).length > 0) {
    const change = planTaking(before, record, []);
    if (!change.ok) return change;
    const done = await changeOne(store, 'sentAgain', before, change.value);
    if (!done.ok) return done;
  }
  await facts.remove(fact.id);
  return ok(undefined);
}

/** What is set aside on this device, oldest first. */
export async function listSetAside(facts: DeviceFacts): Promise<readonly SetAside[]> {
  return (await facts.list(KIND)).map(toSetAside);
}

/** Follows what is set aside on this device, in every window. */
export function watchSetAside(facts: DeviceFacts, listener: (found: readonly SetAside[]) => void): () => void {
  return facts.watch(KIND, (found) => {
    listener(found.map(toSetAside));
  });
}

function toSetAside({ id, at, body }: DeviceFact): SetAside {
  return { id, at, record: body['record'] as AnyRecord }; // written by keepAside only
}
