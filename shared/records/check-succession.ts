import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { checkTransition, keepsMembers } from './check-transition.ts';
import type { AnyRecord } from './envelope.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';

/**
 * Whether a stored record may be followed by one that several steps led to: a device that was offline sends only the last
 * state (an entry restored and then edited, a pay checked and then validated), and so does a merge of two devices' work.
 * Every step between must be one that {@link checkTransition} allows. Errors: those of the direct step.
 */
export function checkSuccession(before: AnyRecord, after: AnyRecord): Result<AnyRecord> {
  const direct = checkTransition(before, after);
  if (direct.ok) return direct;
  const { history } = before.body;
  const isReachable = Array.isArray(history)
    ? isTold(before, history, after)
    : isReachableFrom(before, after, new Set());
  return isReachable ? ok(after) : direct;
}

/** Whether the history tells every step in between: each entry that was added names the status it led to. */
function isTold(before: AnyRecord, told: readonly unknown[], after: AnyRecord): boolean {
  const { history } = after.body;
  if (!Array.isArray(history) || history.length <= told.length) return false;
  let current = before;
  for (let length = told.length + 1; length <= history.length; length += 1) {
    const status = String((history[length - 1] as { status?: unknown } | null)?.status);
    const body = { ...before.body, history: history.slice(0, length) as unknown };
    const next: AnyRecord = { ...current, status, body };
    if (!checkTransition(current, next).ok) return false;
    current = next;
  }
  return current.status === after.status && keepsMembers(before, after) && isSame(current.body, after.body);
}

function isReachableFrom(before: AnyRecord, after: AnyRecord, seen: ReadonlySet<string>): boolean {
  if (!isRecordType(before.type)) return false;
  const next = (RECORD_TYPES[before.type].statuses[before.status] ?? []).filter((status) => !seen.has(status));
  return next.some((status) => {
    const between = { ...before, status };
    return checkTransition(between, after).ok || isReachableFrom(between, after, new Set([...seen, before.status]));
  });
}

/** Records come from JSON. */
function isSame(a: AnyRecord['body'], b: AnyRecord['body']): boolean {
  return toCanonicalJson(a as JsonValue) === toCanonicalJson(b as JsonValue);
}
