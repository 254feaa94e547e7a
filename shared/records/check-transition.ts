import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from './envelope.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';

/** Members of the envelope that never change once a record exists. */
const FIXED = ['id', 'type', 'activityId', 'createdAt', 'createdBy'] as const;

/**
 * Whether a stored record may become the next one: identity kept, status change allowed by the type's life cycle, and the
 * body untouched where the status no longer allows edits (its `history`, when it has one, may only grow at the end), and
 * everything else but who wrote it last.
 * Errors: `record.final`, `record.transition`, `record.invalid`.
 */
export function checkTransition(before: AnyRecord, after: AnyRecord): Result<AnyRecord> {
  if (!isRecordType(before.type)) return fail(appError('record.unknownType', `unknown record type ${before.type}`));
  for (const member of FIXED) {
    if (toText(before[member]) !== toText(after[member])) {
      return fail(appError('record.invalid', `${member} of ${before.id} cannot change`, { path: member }));
    }
  }
  const info = RECORD_TYPES[before.type];
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
  const isUntouched = keepsMembers(before, after) && isSameBody(before.body, after.body, !isSameStatus);
  return isUntouched
    ? ok(after)
    : fail(appError('record.final', `${before.id} can no longer change`, { id: before.id }));
}

/** What a step of a record that can no longer be edited may change outside its body; `isPending` is the device's own. */
const STEP_MEMBERS = ['status', 'body', 'updatedAt', 'updatedBy', 'edits', 'rev', 'isPending'];

/** Whether date, version and every member that this version does not know stay as they are. */
export function keepsMembers(before: AnyRecord, after: AnyRecord): boolean {
  const [old, next] = [before, after].map((record) =>
    toText(Object.fromEntries(Object.entries(record).filter(([name]) => !STEP_MEMBERS.includes(name)))),
  );
  return old === next;
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
