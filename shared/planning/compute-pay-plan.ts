import type { ActivityAccount } from '../ledger/activity-account.ts';
import type { PayContext } from '../pay/pay-input.ts';
import { isEstimate } from '../pay/estimated-parameters.ts';
import type { MadePay } from '../pay/pays-of-year.ts';
import { paysOfYear } from '../pay/pays-of-year.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { PayScenario } from '../records/pay-plan.ts';
import type { PayDirection } from '../salary/solve-pay.ts';
import { evenCost } from './even-cost.ts';
import { planMargins } from './plan-margins.ts';
import type { PlannedMember } from './plan-pay.ts';
import { planPay } from './plan-pay.ts';
import type { PlannedAbroadPay, PlannedMargin, PlannedMonth, PlannedSalary } from './planned-month.ts';

/** A scenario computed month by month from the account as it stands. */
export interface PayPlan {
  readonly months: readonly PlannedMonth[];
  /** The even cost of an even plan. */
  readonly evenCostCents?: number;
}

/** Where a plan starts: the account, the pays of the past and the parameters there are. */
export interface PlanStart {
  readonly account: ActivityAccount;
  readonly context: PayContext;
}

/**
 * Computes a scenario: margin of each month through the cooperative contribution, pay through the payroll with the months of
 * the year before it, planned ones included, balance of the account at each month's end. A pay that cannot be computed leaves
 * its `error` in its month and the plan goes on; months of which the parameters are estimated say so.
 * Errors: `contribution.noRule`, `salary.laterPay` when the first month
 * is before a pay that was made.
 */
export function computePayPlan(
  member: PlannedMember,
  { account, context }: PlanStart,
  scenario: PayScenario,
): Result<PayPlan> {
  const { settings, cooperative, activityId } = member;
  const margins = planMargins({ ...settings, activityId }, cooperative, account, scenario.months);
  if (!margins.ok) return margins;
  const [first] = scenario.months;
  const before = first === undefined ? ok([]) : paysOfYear(first.month, context.statements);
  if (!before.ok) return before;
  const wishes = wishesOf(scenario, account.balanceCents, margins.value);
  const earned = [...context.months];
  const statements = [...context.statements];
  const months: PlannedMonth[] = [];
  let balanceCents = account.balanceCents;
  for (const [index, margin] of margins.value.entries()) {
    const wishedCents = wishes.cents[index] ?? 0;
    const pay =
      wishedCents > 0
        ? planPay(member, margin.month, wishes.direction, wishedCents, {
            statements,
            months: earned,
            versions: context.versions,
          })
        : undefined;
    if (pay?.ok === true && pay.value.kind === 'salary') statements.push(madeOf(pay.value));
    months.push(plannedMonth(margin, balanceCents, wishedCents, pay));
    balanceCents = months.at(-1)?.closingCents ?? balanceCents;
    earned.push({ month: margin.month, collectedCents: margin.turnoverCents });
  }
  return ok({ months, ...(wishes.evenCostCents !== undefined && { evenCostCents: wishes.evenCostCents }) });
}

/** A planned pay as the months after it count it. */
function madeOf({ prepared, computation }: PlannedSalary): MadePay {
  return { status: 'validated', body: { input: { ...prepared.input, grossCents: computation.grossCents } } };
}

interface Wishes {
  readonly direction: PayDirection;
  readonly cents: readonly number[];
  readonly evenCostCents?: number;
}

/** What is wished each month; an even plan spreads the same cost over its chosen months. */
function wishesOf(
  { direction, months, reserveTargetCents }: PayScenario,
  balanceCents: number,
  margins: readonly PlannedMargin[],
): Wishes {
  if (direction !== 'even') return { direction, cents: months.map(({ payCents }) => payCents) };
  const marginMonths = margins.map(({ marginCents }, index) => ({
    marginCents,
    isChosen: (months[index]?.payCents ?? 0) > 0,
  }));
  const evenCostCents = evenCost(balanceCents, reserveTargetCents, marginMonths);
  const cents = marginMonths.map(({ isChosen }) => (isChosen ? evenCostCents : 0));
  return { direction: 'cost', cents, evenCostCents };
}

function plannedMonth(
  margin: PlannedMargin,
  openingCents: number,
  wishedCents: number,
  planned: Result<PlannedSalary | PlannedAbroadPay> | undefined,
): PlannedMonth {
  const pay = planned?.ok === true ? planned.value : undefined;
  const employerCostCents = pay === undefined ? 0 : costOf(pay);
  return {
    ...margin,
    openingCents,
    wishedCents,
    ...(pay && { pay }),
    ...(planned?.ok === false && { error: planned.error }),
    employerCostCents,
    netCents: pay === undefined ? 0 : netOf(pay),
    closingCents: openingCents + margin.marginCents - employerCostCents,
    isEstimate: pay?.kind === 'salary' && isEstimate(pay.computation.ruleVersion),
  };
}

function costOf(pay: PlannedSalary | PlannedAbroadPay): number {
  return pay.kind === 'salary' ? pay.computation.totals.totalCostCents : pay.pay.budgetMinor;
}

function netOf(pay: PlannedSalary | PlannedAbroadPay): number {
  return pay.kind === 'salary' ? pay.computation.totals.netBeforeTaxCents : pay.pay.paidMinor;
}
