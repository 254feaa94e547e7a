import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import type { PlanChange } from '../../../../shared/planning/change-plan.ts';
import { changePlan } from '../../../../shared/planning/change-plan.ts';
import { payPlanId } from '../../../../shared/planning/pay-plan-id.ts';
import { alignPlans } from '../../../../shared/planning/plan-scenario.ts';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { localToday } from '../../local-today.ts';
import { readRange } from '../../storage-access.ts';
import { withLock } from '../../with-lock.ts';

/** What the plans start from: the scenario shown while there is none, and the first month of all of them. */
export interface PlanBeginning {
  readonly draft: PayScenario;
  readonly firstMonth: string;
}

/**
 * Applies one change to the member's plans as stored, moved on to the months to come; two windows lose nothing. Errors: those of {@link changePlan}, `store.unavailable`, those of a write.
 */
export function savePayPlan(store: BookStore, beginning: PlanBeginning, change: PlanChange): Promise<Result<void>> {
  return withLock(store, 'pay-plan', () => saveUnderLock(store, beginning, change));
}

async function saveUnderLock(
  store: BookStore,
  { draft, firstMonth }: PlanBeginning,
  change: PlanChange,
): Promise<Result<void>> {
  const { account, context, collections } = store.parts;
  const { activityId } = account;
  if (activityId === null || collections.book === undefined) {
    return fail(appError('record.forbidden', 'this account has no activity'));
  }
  const id = payPlanId(activityId, hashBytes);
  const stored = (await readRange(collections.book, 'payPlan')).find((record) => record.id === id);
  const found = stored !== undefined && isOfType(stored, 'payPlan') ? stored : undefined;
  const body = changePlan(alignPlans(found?.body, draft, firstMonth), change);
  if (!body.ok) return body;
  const before = found?.status === 'voided' ? await restore(store, found) : ok(found);
  if (!before.ok) return before;
  const after =
    before.value === undefined
      ? createRecord(context, {
          type: 'payPlan',
          id,
          activityId,
          date: localToday(new Date(context.clock())),
          status: 'active',
          body: body.value,
        })
      : reviseRecord(context, before.value, { body: body.value });
  return store.write('payPlanSaved', [{ before: before.value, after }]);
}

/** Plans that were taken back keep their record: the life cycle wants it active again before it may change. */
async function restore(store: BookStore, plan: RecordOf<'payPlan'>): Promise<Result<RecordOf<'payPlan'>>> {
  const after = reviseRecord(store.parts.context, plan, { status: 'active' });
  const done = await store.write('payPlanSaved', [{ before: plan, after }]);
  return done.ok ? ok(after) : done;
}
