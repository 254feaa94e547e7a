import { contractIn } from '../contract/contract-in.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import { isPayCounted } from './counted-pay.ts';
import { firstYearBefore } from './first-year-before.ts';
import type { MadePay } from './pays-of-year.ts';

/**
 * Whether a month is still paid under the first rule, because the cooperative follows the present one from a January on. A year
 * in which a pay followed the present rule stays with it.
 */
export function isUnderFirstRule(
  { presentRuleFrom }: CooperativeSettings,
  period: string,
  pays: readonly MadePay[],
): boolean {
  if (presentRuleFrom === undefined || period >= presentRuleFrom) return false;
  return !pays.some(
    (pay) =>
      isPayCounted(pay) &&
      pay.body.input.workingTime !== undefined &&
      pay.body.input.period.slice(0, 4) === period.slice(0, 4),
  );
}

/**
 * The input of a pay of the first rule from the facts of the month: hours of the contract a week, and the pays of the year
 * before where the cooperative counted the year. Errors: those of `contractIn` and {@link firstYearBefore}.
 */
export function firstRuleInput(
  facts: SalaryInput,
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettings,
  context: Parameters<typeof firstYearBefore>[1],
): Result<SalaryInput> {
  const contract = contractIn(settings, facts.period);
  if (!contract.ok) return contract;
  const { workingTime: _time, employedDays: _days, ...others } = facts;
  const input = { ...others, weeklyMinutes: contract.value.weeklyMinutes };
  if (cooperative.isYearRegularised !== true) return ok(input);
  const yearToDate = firstYearBefore(facts.period, context);
  return yearToDate.ok ? ok({ ...input, ...(yearToDate.value && { yearToDate: yearToDate.value }) }) : yearToDate;
}
