import type { AbroadPay } from '../pay/compute-abroad-pay.ts';
import type { MonthContribution } from '../contribution/compute-contribution.ts';
import type { AppError } from '../core/errors.ts';
import type { PreparedSalary } from '../salary/compute-from-gross.ts';
import type { SalaryComputation } from '../salary/salary-computation.ts';

/** A planned pay of the French payroll. */
export interface PlannedSalary {
  readonly kind: 'salary';
  readonly prepared: PreparedSalary;
  readonly computation: SalaryComputation;
  /** False when no gross gives exactly the amount that was wished. */
  readonly isExact: boolean;
}

/** A planned pay of a member abroad. */
export interface PlannedAbroadPay {
  readonly kind: 'abroad';
  readonly pay: AbroadPay;
}

/** What one month of a plan earns and what is taken for it; minor units of the activity's currency, excluding VAT. */
export interface PlannedMargin {
  readonly month: string;
  readonly turnoverCents: number;
  readonly chargesCents: number;
  readonly contribution: MonthContribution;
  /** What of the contribution the account counted already: the running month's, up to today. */
  readonly countedCents: number;
  /** Turnover − charges − contribution not yet counted. */
  readonly marginCents: number;
}

/** One month of a plan, after the months before it. */
export interface PlannedMonth extends PlannedMargin {
  readonly openingCents: number;
  /** What was wished in the plan's direction; the even cost in an even plan; 0 for no pay. */
  readonly wishedCents: number;
  readonly pay?: PlannedSalary | PlannedAbroadPay;
  /** Why the wished pay cannot be computed; the plan goes on without it. */
  readonly error?: AppError;
  readonly employerCostCents: number;
  readonly netCents: number;
  /** Opening + margin − employer cost. */
  readonly closingCents: number;
  /** The payroll parameters of the month are not published: the pay is computed with their estimate. */
  readonly isEstimate: boolean;
}
