import { COOPERATIVE } from '../../../../shared/access/database-names.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import { checkTransition } from '../../../../shared/records/check-transition.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isRecordType, RECORD_TYPES } from '../../../../shared/records/registry.ts';
import type { RecordChange } from '../../../../shared/records/write-record.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import { listDifferingFields } from '../../../../shared/sync/decide-conflict.ts';
import type { BookStore } from '../../book-store.ts';
import { readKeptVersion } from '../../conflicts/conflict-copy.ts';
import { collectionOf } from '../../collection-of.ts';
import type { RecordWrite } from '../../storage-access.ts';
import { writeRecords } from '../../storage-access.ts';

/** The members in which the kept version still differs from what is in place, of those that clashed. */
export function listOpenFields(current: AnyRecord, kept: AnyRecord, clashed: readonly string[]): readonly string[] {
  const differing = listDifferingFields(kept, current);
  return clashed.length === 0 ? differing : differing.filter((field) => clashed.includes(field));
}

/**
 * What taking the kept version changes in the record in place: only the members that clashed, so that what was merged or
 * written since stays. Errors: `record.final`, `record.transition` when the record's life cycle does not allow it any more.
 */
export function planTaking(
  current: AnyRecord,
  kept: AnyRecord,
  clashed: readonly string[],
): Result<RecordChange<AnyRecord>> {
  const fields = listOpenFields(current, kept, clashed);
  const taken = new Set(fields);
  const ofKept = Object.entries(kept.body).filter(([key]) => taken.has(key));
  const body = {
    ...Object.fromEntries(Object.entries(current.body).filter(([key]) => !taken.has(key))),
    ...Object.fromEntries(ofKept),
  };
  const change = {
    body,
    ...(taken.has('status') ? { status: kept.status } : {}),
    ...(taken.has('date') ? { date: kept.date } : {}),
  };
  const allowed = checkTransition(current, { ...current, ...change });
  return allowed.ok ? ok(change) : allowed;
}

/**
 * What settling for the kept version changes: {@link planTaking}, but never in a pay. Its steps are taken by who takes them,
 * after its figures were computed again; a copy says nothing of either. Errors: `record.notFound` for a version of another
 * record, those of planTaking.
 */
export function planChoice(
  current: AnyRecord,
  kept: AnyRecord,
  { body: { fields } }: RecordOf<'conflictCopy'>,
): Result<RecordChange<AnyRecord>> {
  const isOfCurrent = kept.id === current.id && kept.activityId === current.activityId;
  if (!isOfCurrent) return fail(appError('record.notFound', `no version of ${current.id} was kept`));
  const hasSteps = isRecordType(current.type) && RECORD_TYPES[current.type].reserved.length > 0;
  if (hasSteps && listOpenFields(current, kept, fields).length > 0) {
    return fail(appError('record.final', `${current.id} takes no step from a copy`, { id: current.id }));
  }
  return planTaking(current, kept, fields);
}

/**
 * Settles a conflict for good: the copy is closed, and with `take` the version it keeps goes into the record in place.
 * One write, one undo; of what clashed in the commons the copy stays closed when it is taken back. Errors: `record.notFound`, `record.final`, `record.transition`, those of a write.
 */
export async function settleConflict(
  store: BookStore,
  copy: RecordOf<'conflictCopy'>,
  choice: 'keep' | 'take',
): Promise<Result<void>> {
  const { account, collections, context } = store.parts;
  const closing: RecordWrite = { before: copy, after: reviseRecord(context, copy, { status: 'settled' }) };
  const taking: RecordWrite[] = [];
  if (choice === 'take') {
    const current = store.find(copy.body.recordId);
    const kept = readKeptVersion(copy);
    if (current === undefined || kept === undefined) {
      return fail(appError('record.notFound', `${copy.body.recordId} is not here`));
    }
    const change = planChoice(current, kept, copy);
    if (!change.ok) return change;
    // Where nothing differs any more nothing is written: it may be an invoice that was issued since.
    const isChanged = listOpenFields(current, kept, copy.body.fields).length > 0;
    if (isChanged) taking.push({ before: current, after: reviseRecord(context, current, change.value) });
  }
  if (copy.activityId !== COOPERATIVE) return store.write('conflictSettled', [closing, ...taking]);
  // A copy of what clashed in the commons never leaves this device, and stands in another database than the record.
  const done = taking.length === 0 ? ok(undefined) : await store.write('conflictSettled', taking);
  return done.ok ? writeRecords(collectionOf(account, collections, [closing]), [closing], 'asGiven') : done;
}
