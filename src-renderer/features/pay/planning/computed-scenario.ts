import type { PayPlan } from '../../../../shared/planning/compute-pay-plan.ts';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';

/** A scenario and what it comes to. */
export interface ComputedScenario {
  readonly scenario: PayScenario;
  readonly plan: PayPlan;
}
