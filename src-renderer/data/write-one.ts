import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import type { NewRecord, RecordChange } from '../../shared/records/write-record.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import type { BookStore } from './book-store.ts';
import { todayOf } from './local-today.ts';
import type { UndoLabel } from './undo-stack.ts';

/** A record to add: of the account's own activity and of today unless it says otherwise. */
export type Addition<T extends RecordType> = Omit<NewRecord<T>, 'activityId' | 'date'> &
  Partial<Pick<NewRecord<T>, 'activityId' | 'date'>>;

/** Writes one record and gives it back as written. Errors: those of {@link BookStore.write}. */
export async function writeOne<R extends AnyRecord>(
  store: BookStore,
  label: UndoLabel,
  before: R | undefined,
  after: R,
): Promise<Result<R>> {
  const done = await store.write(label, [{ before, after }]);
  return done.ok ? ok(after) : done;
}

/** Adds a record. Errors: `record.forbidden` where the account has no activity and none is named, those of a write. */
export async function addOne<T extends RecordType>(
  store: BookStore,
  label: UndoLabel,
  fields: Addition<T>,
): Promise<Result<RecordOf<T>>> {
  const { account, context } = store.parts;
  const activityId = fields.activityId ?? account.activityId;
  if (activityId === null) return fail(appError('record.forbidden', 'this account has no activity'));
  const record = createRecord(context, { ...fields, activityId, date: fields.date ?? todayOf(context) });
  return writeOne(store, label, undefined, record);
}

/**
 * Changes a record of which a person saw the edition `seen`; what the exchange noted of it since stays. Errors: those of a
 * write, `store.writeFailed` with `changedElsewhere` when it has been edited meanwhile.
 */
export async function changeOne<R extends AnyRecord>(
  store: BookStore,
  label: UndoLabel,
  seen: R,
  change: RecordChange<R>,
): Promise<Result<R>> {
  const before = asStanding(store, seen);
  return writeOne(store, label, before, reviseRecord(store.parts.context, before, change));
}

/** The edition `seen` with what the exchange noted of it since; as it was seen once it has been edited meanwhile. */
export function asStanding<R extends AnyRecord>(store: BookStore, seen: R): R {
  const standing = store.find(seen.id);
  const isSameEdition = standing?.edits[0] === seen.edits[0];
  return isSameEdition ? (standing as R) : seen; // the same edition of the same record
}

/** Takes a record out of what counts; it stays in the store, voided. Errors as for {@link changeOne}. */
export function voidOne<R extends AnyRecord>(store: BookStore, label: UndoLabel, seen: R): Promise<Result<R>> {
  return changeOne(store, label, seen, { status: 'voided' });
}

/** Adds a record, or gives the one that was `seen` this body, and this date if one is named. Errors as for both. */
export function saveOne<T extends RecordType>(
  store: BookStore,
  label: UndoLabel,
  seen: RecordOf<T> | undefined,
  fields: Addition<T>,
): Promise<Result<RecordOf<T>>> {
  if (seen === undefined) return addOne(store, label, fields);
  const { date, body } = fields;
  return changeOne(store, label, seen, date === undefined ? { body } : { date, body });
}

/**
 * Saves the only record there may be under its name, `stored` as it is by now. One that was taken back is restored first: its
 * life cycle wants it active again before it may change. Errors as for {@link saveOne}.
 */
export async function saveNamed<T extends RecordType>(
  store: BookStore,
  label: UndoLabel,
  stored: RecordOf<T> | undefined,
  fields: Addition<T>,
): Promise<Result<RecordOf<T>>> {
  if (stored?.status !== 'voided') return saveOne(store, label, stored, fields);
  const restored = await changeOne(store, label, stored, { status: fields.status });
  return restored.ok ? saveOne(store, label, restored.value, fields) : restored;
}
