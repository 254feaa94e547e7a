import { appError } from '../core/errors.ts';
import type { Hasher } from '../core/ports.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { payPlanId } from '../planning/pay-plan-id.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { weekDigest } from '../timesheets/week-id.ts';

/**
 * Whether a new record whose id is made from an activity is of that activity: in the network the first book that brings an
 * id keeps it, so nobody may take those that another activity will need. Ids of another form are nobody's. Error: `record.invalid`.
 */
export function checkOwnId({ id, type, activityId }: AnyRecord, hash: Hasher): Result<true> {
  const isForeign =
    (type === 'payPlan' && /^payPlan:[0-9a-f]{24}$/.test(id) && id !== payPlanId(activityId, hash)) ||
    (type === 'timesheetWeek' &&
      /^timesheetWeek:\d{4}-W\d\d-[0-9a-f]{16}$/.test(id) &&
      !id.endsWith(`-${weekDigest(activityId, hash)}`));
  return isForeign ? fail(appError('record.invalid', 'record is not valid at id', { path: 'id' })) : ok(true);
}
