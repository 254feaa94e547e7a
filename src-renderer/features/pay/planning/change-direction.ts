import type { PayPlan } from '../../../../shared/planning/compute-pay-plan.ts';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import { amountIn } from '../../../../shared/salary/solve-pay.ts';

/**
 * The months of a scenario read in another direction: the same pays, written as cost, gross or net. An even scenario only
 * needs to know which months are paid.
 */
export function changeDirection(
  scenario: PayScenario,
  { months }: PayPlan,
  direction: PayScenario['direction'],
): PayScenario['months'] {
  if (direction === 'even') return scenario.months;
  return scenario.months.map((month, index) => {
    const pay = months[index]?.pay;
    if (month.payCents === 0 || pay === undefined) return { ...month, payCents: 0 };
    const payCents = pay.kind === 'salary' ? amountIn(direction, pay.computation) : pay.pay.budgetMinor;
    return { ...month, payCents };
  });
}
