import { toEpochDay } from '../time/plain-date.ts';
import type { NetworkRow } from './network-row.ts';

/** Why the coordinator should look at an activity, the gravest first. A person who never connected is not a reason: nothing can be late. */
export type ReasonToLook =
  'mismatch' | 'noFigures' | 'incomplete' | 'negativeBalance' | 'toValidate' | 'overdue' | 'silent';

/** After this many days without any exchange an activity is called silent. */
export const SILENT_AFTER_DAYS = 21;

/** The reasons to look at an activity; none when all is well. `today` is an ISO date. */
export function listReasonsToLook(row: NetworkRow, today: string): ReasonToLook[] {
  const reasons: ReasonToLook[] = [];
  if (row.verification.mismatchCount > 0) reasons.push('mismatch');
  if (row.amounts === undefined) reasons.push('noFigures');
  if (row.isIncomplete) reasons.push('incomplete');
  if ((row.amounts?.balanceCents ?? 0) < 0) reasons.push('negativeBalance');
  if (row.toValidateCount > 0) reasons.push('toValidate');
  if ((row.amounts?.overdueCents ?? 0) > 0) reasons.push('overdue');
  if (row.lastSeenAt !== '' && silentDays(row.lastSeenAt, today) > SILENT_AFTER_DAYS) reasons.push('silent');
  return reasons;
}

/** Calendar days (UTC) from the instant of the last exchange to `today`. */
export function silentDays(lastSeenAt: string, today: string): number {
  return toEpochDay(today) - toEpochDay(lastSeenAt.slice(0, 10));
}
