import { reversalId } from '../billing/payment-reversal.ts';
import { appError } from '../core/errors.ts';
import type { Hasher } from '../core/ports.ts';
import type { Result } from '../core/result.ts';
import { fail } from '../core/result.ts';
import { payPlanId } from '../planning/pay-plan-id.ts';
import type { RecordOf } from '../records/registry.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { subjectId } from '../records/settings-subjects.ts';
import { weekDigest } from '../timesheets/week-id.ts';
import { withholdingRateId } from '../withholding/rate-id.ts';
import { passes } from './record-rules.ts';

/*
 * In the network the first book that brings an id keeps it, so nobody may take ids that another activity will need: a new
 * record whose id is made from an activity is of that activity. Ids of another form are nobody's. What there is only one of
 * has the one id that says so. Error: `record.invalid`.
 */

/** Of an activity's plan. */
export function checkOwnPlanId({ id, activityId }: RecordOf<'payPlan'>, hash: Hasher): Result<unknown> {
  return isOwn(!/^payPlan:[0-9a-f]{24}$/.test(id) || id === payPlanId(activityId, hash));
}

/** Of a week of an activity's timesheet. */
export function checkOwnWeekId({ id, activityId }: RecordOf<'timesheetWeek'>, hash: Hasher): Result<unknown> {
  const isOfForm = /^timesheetWeek:\d{4}-W\d\d-[0-9a-f]{16}$/.test(id);
  return isOwn(!isOfForm || id.endsWith(`-${weekDigest(activityId, hash)}`));
}

/** Of the rate of a person and a day: there is one, whoever enters it; it stays with both. */
export function checkOwnRateId({ id, date, body }: RecordOf<'withholdingRate'>, hash: Hasher): Result<unknown> {
  return isOwn(id === withholdingRateId(body.person, date, hash));
}

/** Of the payment that takes another back: a second one would give the money back twice. */
export function checkReversalId({ id, body }: RecordOf<'payment'>, hash: Hasher): Result<unknown> {
  return isOwn(body.reverses === undefined || id === reversalId(body.reverses, hash));
}

/** Of a subject of the cooperative's settings: there is one record of each, so that all devices edit the same. */
export function checkSubjectId({ id, type }: RecordOf<SettingsSubject>): Result<unknown> {
  return isOwn(id === subjectId(type));
}

function isOwn(holds: boolean): Result<unknown> {
  return holds ? passes() : fail(appError('record.invalid', 'record is not valid at id', { path: 'id' }));
}
