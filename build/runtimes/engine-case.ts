import type { ContributionSums } from '../../shared/contribution/compute-contribution.ts';
import type { ContributionRule } from '../../shared/records/contribution-rule.ts';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';

/** A month's pay and what it starts from. */
export interface PayCase {
  readonly input: SalaryInput;
  readonly direction: 'gross' | 'cost' | 'net';
  readonly amountCents: number;
}

/** Months of a cooperative contribution one after the other, and what to invoice for a cost after them. */
export interface ContributionCase {
  readonly rule: ContributionRule;
  readonly months: readonly ContributionSums[];
  /** Whether the last month ends the fiscal year. */
  readonly endsYear: boolean;
  readonly costCents: number;
  readonly vatRatePpm: number;
}

/** What every runtime must answer with the same digest. Plain JSON: it travels as text. The id is for people. */
export type EngineCase = { readonly id: string } & (
  | { readonly kind: 'pay'; readonly pay: PayCase }
  /** The months of one calendar year, each regularised with those before it. */
  | { readonly kind: 'year'; readonly months: readonly PayCase[] }
  | { readonly kind: 'contribution'; readonly contribution: ContributionCase }
);
