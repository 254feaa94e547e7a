import { computeAbroadPay, findCountryProfile } from '../pay/compute-abroad-pay.ts';
import { contractIn } from '../contract/contract-in.ts';
import type { PayContext } from '../pay/pay-input.ts';
import { payInputOf } from '../pay/pay-input.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { prepareSalary } from '../salary/compute-from-gross.ts';
import type { PayDirection } from '../salary/solve-pay.ts';
import { solvePay } from '../salary/solve-pay.ts';
import type { PlannedAbroadPay, PlannedSalary } from './planned-month.ts';

/** Whose pays are planned, and what they depend on. */
export interface PlannedMember {
  readonly activityId: string;
  readonly settings: ActivitySettingsBody;
  readonly cooperative: CooperativeSettings;
}

/**
 * The pay of one planned month from what is wished: the French payroll under a CESA, the country's lines abroad (where the
 * amount is the budget whatever the direction). Errors: those of the contract, of the payroll and of the country's profile;
 * `salary.notPayable` under a CAPE.
 */
export function planPay(
  { settings, cooperative }: PlannedMember,
  month: string,
  direction: PayDirection,
  wishedCents: number,
  context: PayContext,
): Result<PlannedSalary | PlannedAbroadPay> {
  const contract = contractIn(settings, month);
  if (!contract.ok) return contract;
  if (contract.value.kind === 'abroad') {
    const profile = findCountryProfile(cooperative.countryProfiles ?? [], settings.country, month);
    const pay = profile.ok ? computeAbroadPay(profile.value, month, wishedCents) : profile;
    return pay.ok ? ok({ kind: 'abroad', pay: pay.value }) : pay;
  }
  const input = payInputOf(settings, cooperative, month, context);
  if (!input.ok) return input;
  const prepared = prepareSalary(input.value, context.versions);
  if (!prepared.ok) return prepared;
  const solved = solvePay(prepared.value, direction, wishedCents);
  return solved.ok ? ok({ kind: 'salary', prepared: prepared.value, ...solved.value }) : solved;
}
