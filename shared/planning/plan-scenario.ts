import type { ActivityAccount } from '../ledger/activity-account.ts';
import type { PayContext } from '../pay/pay-input.ts';
import { isPayCounted } from '../pay/counted-pay.ts';
import type { PayPlanBody, PayScenario } from '../records/pay-plan.ts';
import { addMonths, monthOf } from '../time/month.ts';

/** Months of a plan. */
export const PLAN_MONTHS = 12;

/** The first month a plan can pay: the running one, or the one after the last month that was asked for. */
export function firstPlannedMonth(
  account: Pick<ActivityAccount, 'asOf'>,
  { statements }: Pick<PayContext, 'statements'>,
): string {
  return statements
    .filter(isPayCounted)
    .map(({ body }) => addMonths(body.input.period, 1))
    .reduce((latest, month) => (month > latest ? month : latest), monthOf(account.asOf));
}

/**
 * A scenario for the twelve months from `firstMonth`: months it holds already keep their figures, those gone by are left out,
 * new ones take the figures of the month twelve before when there is one, else of the last month.
 */
export function alignScenario(scenario: PayScenario, firstMonth: string): PayScenario {
  const known = new Map(scenario.months.map((month) => [month.month, month]));
  const last = scenario.months.at(-1);
  const months = Array.from({ length: PLAN_MONTHS }, (_none, index) => {
    const month = addMonths(firstMonth, index);
    const like = known.get(month) ?? known.get(addMonths(month, -12)) ?? last;
    return { turnoverCents: 0, chargesCents: 0, payCents: 0, ...like, month };
  });
  return { ...scenario, months };
}

/**
 * A first scenario: each month earns and costs what the same month did a year before, when the account holds it, else the
 * average of the months it holds, less what the running month brought already; an even pay in all of them where there are
 * pays at all (`isPaid`), the reserve of the settings kept.
 */
export function draftScenario(
  name: string,
  account: Pick<ActivityAccount, 'asOf' | 'months' | 'reserveTargetCents'>,
  firstMonth: string,
  isPaid: boolean,
): PayScenario {
  const thisMonth = monthOf(account.asOf);
  const byMonth = new Map(account.months.map((month) => [month.month, month]));
  const recent = account.months.filter(({ month }) => month < thisMonth).slice(-PLAN_MONTHS);
  const expected = (month: string, measure: 'collectedCents' | 'chargesCents'): number => {
    const average = recent.reduce((sum, past) => sum + past[measure], 0) / Math.max(1, recent.length);
    const yearBefore = byMonth.get(addMonths(month, -12))?.[measure];
    const already = month === thisMonth ? (byMonth.get(month)?.[measure] ?? 0) : 0;
    return Math.max(0, (yearBefore ?? Math.round(average)) - already);
  };
  const months = Array.from({ length: PLAN_MONTHS }, (_none, index) => {
    const month = addMonths(firstMonth, index);
    return {
      month,
      turnoverCents: expected(month, 'collectedCents'),
      chargesCents: expected(month, 'chargesCents'),
      payCents: isPaid ? 1 : 0,
    };
  });
  return { name, direction: 'even', reserveTargetCents: account.reserveTargetCents, months };
}

/** The plans as they stand for the twelve months from `firstMonth`: those stored, or `draft` while there is no scenario. */
export function alignPlans(stored: PayPlanBody | undefined, draft: PayScenario, firstMonth: string): PayPlanBody {
  const scenarios = stored?.scenarios ?? [];
  return {
    watched: [],
    ...stored,
    scenarios: scenarios.length === 0 ? [draft] : scenarios.map((scenario) => alignScenario(scenario, firstMonth)),
  };
}
