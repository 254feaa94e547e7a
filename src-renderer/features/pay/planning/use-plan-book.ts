import { useState } from 'react';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { PayContext } from '../../../../shared/pay/pay-input.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { PlanChange } from '../../../../shared/planning/change-plan.ts';
import { changePlan } from '../../../../shared/planning/change-plan.ts';
import { alignPlans, draftScenario, firstPlannedMonth } from '../../../../shared/planning/plan-scenario.ts';
import type { PayPlanBody } from '../../../../shared/records/pay-plan.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { savePayPlan } from '../../../data/commands/pay/save-pay-plan.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';

/** The member's plans for the twelve months to come, with what is being typed and not saved yet. */
export interface PlanBook {
  readonly body: PayPlanBody;
  readonly error: AppError | undefined;
  /** What the last change was about, with its error. */
  readonly errorKind: PlanChange['kind'] | undefined;
  /** Shows a change while it is typed; `undefined` shows again what is saved, as where what is typed cannot be read. */
  readonly preview: (change: PlanChange | undefined) => void;
  /** Saves a change, by default the one that is shown; resolves with whether it was. */
  readonly save: (change?: PlanChange) => Promise<boolean>;
}

export function usePlanBook(
  figures: ActivityFigures,
  context: PayContext<RecordOf<'salaryStatement'>>,
  firstName: string,
): PlanBook {
  const { store } = useSession();
  const record = useRecords(store.book, 'payPlan').findLast(({ status }) => status === 'active');
  const [typed, setTyped] = useState<PlanChange>();
  const [failed, setFailed] = useState<{ readonly kind: PlanChange['kind']; readonly error: AppError }>();
  const firstMonth = firstPlannedMonth(figures.account, context);
  const draft = draftScenario(firstName, figures.account, firstMonth, figures.settings.body.contract.kind !== 'cape');
  const stored = alignPlans(record?.body, draft, firstMonth);
  const shown = typed === undefined ? undefined : changePlan(stored, typed);

  async function save(change: PlanChange | undefined = typed): Promise<boolean> {
    if (change === undefined) return true;
    setTyped(change);
    const done = await savePayPlan(store, { draft, firstMonth }, change);
    setFailed(done.ok ? undefined : { kind: change.kind, error: done.error });
    setTyped((current) => (current === change ? undefined : current));
    return done.ok;
  }

  return {
    body: shown?.ok === true ? shown.value : stored,
    error: failed?.error,
    errorKind: failed?.kind,
    preview: setTyped,
    save,
  };
}
