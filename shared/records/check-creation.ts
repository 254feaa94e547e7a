import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from './envelope.ts';
import { isReachable } from './reachable-status.ts';
import type { RecordFacts } from './record-facts.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';

/**
 * Whether a record may come into being as it is: its status is the first of its type's life cycle, or one that steps lead to
 * (a device that was offline sends only the last state: an expense voided before the first exchange, a draft issued). A
 * record with a history tells every step from the first one on, the last being its status. Error: `record.transition`.
 */
export function checkCreation(record: AnyRecord): Result<AnyRecord> {
  if (!isRecordType(record.type)) return fail(appError('record.unknownType', `unknown record type ${record.type}`));
  const { first, statuses } = RECORD_TYPES[record.type];
  const { history } = record.body;
  const isBorn = Array.isArray(history)
    ? isTold(history, first, statuses, record.status)
    : isReachable(statuses, first, record.status);
  if (isBorn) return ok(record);
  const details = { from: first, to: record.status };
  return fail(appError('record.transition', `${record.id} cannot begin as ${record.status}`, details));
}

type Statuses = RecordFacts['statuses'];

function isTold(history: readonly unknown[], first: string, statuses: Statuses, last: string): boolean {
  const told = history.map((entry) => (entry as { status?: unknown } | null)?.status);
  const isPath = told.every((status, index) =>
    index === 0 ? status === first : statuses[String(told[index - 1])]?.includes(String(status)) === true,
  );
  return isPath && told.at(-1) === last;
}
