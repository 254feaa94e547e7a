import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';

/** The id of an activity's plans: two devices without a network write the same record. Ids hold at most 48 characters. */
export function payPlanId(activityId: string, hash: Hasher): string {
  return `payPlan:${hash(encodeUtf8(activityId)).slice(0, 24)}`;
}
