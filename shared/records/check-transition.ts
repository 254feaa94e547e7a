import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from './envelope.ts';
import { isReachable } from './reachable-status.ts';
import type { RecordType } from './registry.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';
import { notUnderstood } from './understood.ts';

/** Members of the envelope that never change once a record exists. */
const FIXED = ['id', 'type', 'activityId', 'createdAt', 'createdBy'] as const;

/**
 * Whether a stored record may become the next one: identity kept, status change allowed by the type's life cycle, and the
 * body untouched where the status no longer allows edits (its `history`, when it has one, may only grow at the end). A step
 * names who took it; what stays where it is for good ({@link isForGood}) keeps even who wrote it last. What a newer version
 * wrote does not change. Errors: `record.final`, `record.transition`, `record.invalid`, those of `notUnderstood`.
 */
export function checkTransition(before: AnyRecord, after: AnyRecord): Result<AnyRecord> {
  const notKnown = notUnderstood(before);
  if (notKnown !== undefined) return fail(notKnown);
  if (after.schemaVersion < before.schemaVersion) {
    return fail(appError('record.tooNew', `${before.id} was written by a newer version`, { id: before.id }));
  }
  for (const member of FIXED) {
    if (toText(before[member]) !== toText(after[member])) {
      return fail(appError('record.invalid', `${member} of ${before.id} cannot change`, { path: member }));
    }
  }
  const info = RECORD_TYPES[before.type as RecordType]; // it is understood
  const followers = info.statuses[before.status] ?? [];
  const isSameStatus = before.status === after.status;
  if (!isSameStatus && !followers.includes(after.status)) {
    return fail(
      appError('record.transition', `${before.id} cannot go from ${before.status} to ${after.status}`, {
        from: before.status,
        to: after.status,
      }),
    );
  }
  if (info.editable.includes(before.status)) return ok(after);
  const mayChange = isSameStatus && isForGood(before) ? DEVICE_MEMBERS : STEP_MEMBERS;
  const isUntouched = keepsMembers(before, after, mayChange) && isSameBody(before.body, after.body, !isSameStatus);
  return isUntouched
    ? ok(after)
    : fail(appError('record.final', `${before.id} can no longer change`, { id: before.id }));
}

/**
 * Whether a record in this status says for good what it says in it: no edit, and no steps that lead back to it (an import that
 * is undone and done again offline comes with other edits and the same status). Issued invoices, payments, every status of a pay.
 */
export function isForGood({ type, status }: Pick<AnyRecord, 'type' | 'status'>): boolean {
  if (!isRecordType(type)) return false;
  const { editable, statuses } = RECORD_TYPES[type];
  return !editable.includes(status) && !(statuses[status] ?? []).some((next) => isReachable(statuses, next, status));
}

/** What differs between the server's copy of a record and a device's; the body is compared by itself. */
const DEVICE_MEMBERS = ['body', 'rev', 'isPending'];

/** What a step of a record that can no longer be edited may change outside its body. */
const STEP_MEMBERS = [...DEVICE_MEMBERS, 'status', 'updatedAt', 'updatedBy', 'edits'];

/** Whether date, version and every member that this version does not know stay as they are. */
export function keepsMembers(
  before: AnyRecord,
  after: AnyRecord,
  mayChange: readonly string[] = STEP_MEMBERS,
): boolean {
  const [old, next] = [before, after].map((record) =>
    toText(Object.fromEntries(Object.entries(record).filter(([name]) => !mayChange.includes(name)))),
  );
  return old === next;
}

/** Whether two versions say the same, whatever a device or the server notes about them. */
export function isSameRecord(before: AnyRecord, after: AnyRecord): boolean {
  return keepsMembers(before, after, DEVICE_MEMBERS) && toText(before.body) === toText(after.body);
}

type Body = AnyRecord['body'];

function isSameBody(before: Body, after: Body, mayHistoryGrow: boolean): boolean {
  const { history: oldHistory, ...oldRest } = before;
  const { history: newHistory, ...newRest } = after;
  if (toText(oldRest) !== toText(newRest)) return false;
  if (!mayHistoryGrow || !Array.isArray(oldHistory) || !Array.isArray(newHistory)) {
    return toText(oldHistory) === toText(newHistory);
  }
  return newHistory.length === oldHistory.length + 1 && toText(newHistory.slice(0, -1)) === toText(oldHistory);
}

/** Records come from JSON, so every value in a body is a JSON value. */
function toText(value: unknown): string {
  return value === undefined ? '' : toCanonicalJson(value as JsonValue);
}
