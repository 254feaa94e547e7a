import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { PlanChange } from '../../../../shared/planning/change-plan.ts';
import { changePlan } from '../../../../shared/planning/change-plan.ts';
import { payPlanId } from '../../../../shared/planning/pay-plan-id.ts';
import { alignPlans } from '../../../../shared/planning/plan-scenario.ts';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { readOne } from '../../read-one.ts';
import { withLock } from '../../with-lock.ts';
import { saveNamed } from '../../write-one.ts';

/** What the plans start from: the scenario shown while there is none, and the first month of all of them. */
export interface PlanBeginning {
  readonly draft: PayScenario;
  readonly firstMonth: string;
}

/**
 * Applies one change to the member's plans as stored, moved on to the months to come; two windows lose nothing. Errors: those
 * of {@link changePlan}, `store.unavailable`, those of a write.
 */
export function savePayPlan(
  store: BookStore,
  beginning: PlanBeginning,
  change: PlanChange,
): Promise<Result<RecordOf<'payPlan'>>> {
  return withLock(store, 'pay-plan', () => saveUnderLock(store, beginning, change));
}

async function saveUnderLock(
  store: BookStore,
  { draft, firstMonth }: PlanBeginning,
  change: PlanChange,
): Promise<Result<RecordOf<'payPlan'>>> {
  const { activityId } = store.parts.account;
  if (activityId === null) return fail(appError('record.forbidden', 'this account has no activity'));
  const id = payPlanId(activityId, hashBytes);
  const stored = await readOne(store, 'payPlan', id);
  const body = changePlan(alignPlans(stored?.body, draft, firstMonth), change);
  if (!body.ok) return body;
  return saveNamed(store, 'payPlanSaved', stored, { type: 'payPlan', id, status: 'active', body: body.value });
}
