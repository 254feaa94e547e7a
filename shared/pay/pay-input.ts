import { benefitLines } from './benefit-lines.ts';
import { grantedBenefits } from './granted-benefits.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { RecordOf } from '../records/registry.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import { lastDay } from '../time/month.ts';
import type { AccountMonth } from '../ledger/activity-account.ts';
import { benefitFactsOf } from './benefit-facts.ts';
import { contractIn } from '../contract/contract-in.ts';
import { yearBefore } from './year-before.ts';

/** What the pay of a month depends on besides settings: what was paid before, what was earned, the parameters there are. */
export interface PayContext {
  readonly statements: readonly RecordOf<'salaryStatement'>[];
  readonly months: readonly Pick<AccountMonth, 'month' | 'collectedCents'>[];
  readonly versions: readonly PayrollParameters[];
}

/**
 * What the salary engine needs for one member in one month: the facts of the month, and the pays of the year before when it
 * is regularised. Errors: those of {@link payFactsOf}, `salary.laterPay`.
 */
export function payInputOf(
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettings,
  period: string,
  context: PayContext,
): Result<SalaryInput> {
  const facts = payFactsOf(settings, cooperative, period, context);
  if (!facts.ok || cooperative.isYearRegularised !== true) return facts;
  const yearToDate = yearBefore(period, context);
  if (!yearToDate.ok) return yearToDate;
  return ok({ ...facts.value, ...(yearToDate.value && { yearToDate: yearToDate.value }) });
}

/**
 * The facts of one month without the year before it: the contract in force, the employer's facts on the month's last day, the
 * lines and benefits of the cooperative. Errors: those of the contract, `salary.notPayable` (CAPE and members abroad have no
 * French payroll), `salary.noContract` (no employer facts).
 */
export function payFactsOf(
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettings,
  period: string,
  context: Pick<PayContext, 'months'>,
): Result<SalaryInput> {
  const contract = contractIn(settings, period);
  if (!contract.ok) return contract;
  const { kind, weeklyMinutes, isCadre } = contract.value;
  if (kind !== 'cesa') return fail(appError('salary.notPayable', `no French payroll for ${kind}`));
  const facts = latestBy(cooperative.employerFacts, period);
  if (facts === undefined) {
    return fail(appError('salary.noContract', `no contract or employer facts in ${period}`, { period }));
  }
  const granted = grantedBenefits(
    cooperative.benefits ?? [],
    benefitFactsOf(settings, contract.value, period, context),
  );
  const { lines, healthCoverSharePpm } = benefitLines(granted);
  const extraLines = [...(latestBy(cooperative.extraPayLines ?? [], period)?.lines ?? []), ...lines];
  const { payroll } = settings;
  return ok({
    period,
    weeklyMinutes,
    headcount: facts.headcount,
    isCadre,
    atmpRatePpm: facts.atmpRatePpm,
    mutuelleCents: payroll.mutuelleCents,
    mutuelleEmployerSharePpm: healthCoverSharePpm ?? payroll.mutuelleEmployerSharePpm,
    transportRatePpm: payroll.transportRatePpm,
    ...(extraLines.length > 0 && { extraLines }),
  });
}

/** The latest of dated facts in force on the last day of a month. */
function latestBy<T extends { readonly from: string }>(facts: readonly T[], period: string): T | undefined {
  return facts
    .filter(({ from }) => from <= lastDay(period))
    .reduce<T | undefined>(
      (latest, fact) => (latest === undefined || fact.from > latest.from ? fact : latest),
      undefined,
    );
}
