import { benefitLines } from './benefit-lines.ts';
import { grantedBenefits } from './granted-benefits.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import { lastDay } from '../time/month.ts';
import type { AccountMonth } from '../ledger/activity-account.ts';
import { benefitFactsOf } from './benefit-facts.ts';
import { contractIn, isOnPayroll } from '../contract/contract-in.ts';
import { contractRun } from '../contract/contract-run.ts';
import { firstRuleInput, isUnderFirstRule } from './first-rule.ts';
import { measuredContract } from './measured-contract.ts';
import type { MadePay } from './pays-of-year.ts';
import type { CountedYear } from './year-before.ts';
import { yearBefore } from './year-before.ts';

/** What the pay of a month depends on besides settings: what was paid before, what was earned, the parameters there are. */
export interface PayContext<T extends MadePay = MadePay> {
  readonly statements: readonly T[];
  readonly months: readonly Pick<AccountMonth, 'month' | 'collectedCents'>[];
  readonly versions: readonly PayrollParameters[];
}

/** What the pay of a month is computed from. */
export interface PayBasis {
  readonly input: SalaryInput;
  /** The year before as it would have been paid under the present rule and contract, where it was paid otherwise: settled now. */
  readonly lawfulYear?: CountedYear;
}

/**
 * What the salary engine needs for one member in one month: the facts of the month and the pays of the year before. Months
 * before the January from which the cooperative follows the present rule are still paid under the first one.
 * Errors: those of {@link payFactsOf} and {@link yearBefore}.
 */
export function payBasisOf(
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettings,
  period: string,
  context: PayContext,
): Result<PayBasis> {
  if (isUnderFirstRule(cooperative, period, context.statements)) {
    return firstBasisOf(settings, cooperative, period, context);
  }
  const facts = payFactsOf(settings, cooperative, period, context);
  if (!facts.ok) return facts;
  const before = yearBefore(period, settings, context);
  if (!before.ok) return before;
  const { year, lawfulYear } = before.value;
  return ok({ input: { ...facts.value, ...year }, ...(lawfulYear && { lawfulYear }) });
}

/** The same under the first rule: of months before the present one, and of pays that were found right under it. */
export function firstBasisOf(
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettings,
  period: string,
  context: PayContext,
): Result<PayBasis> {
  const facts = payFactsOf(settings, cooperative, period, context);
  const input = facts.ok ? firstRuleInput(facts.value, settings, cooperative, context) : facts;
  return input.ok ? ok({ input: input.value }) : input;
}

/** The input of {@link payBasisOf} alone. */
export function payInputOf(...of: Parameters<typeof payBasisOf>): Result<SalaryInput> {
  const basis = payBasisOf(...of);
  return basis.ok ? ok(basis.value.input) : basis;
}

/**
 * The facts of one month without the year before it, under the present rule: the contract in force and its days, the
 * employer's facts on the month's last day, the lines and benefits of the cooperative. Errors: those of the contract,
 * `salary.notPayable` (CAPE and members abroad have no French payroll), `salary.noContract` (no employer facts).
 */
export function payFactsOf(
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettings,
  period: string,
  context: Pick<PayContext, 'months'>,
): Result<SalaryInput> {
  const contract = contractIn(settings, period);
  if (!contract.ok) return contract;
  const { kind } = contract.value;
  if (!isOnPayroll(contract.value)) return fail(appError('salary.notPayable', `no French payroll for ${kind}`));
  const run = contractRun(settings, period);
  if (!run.ok) return run;
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
    ...measuredContract(run.value, period),
    headcount: facts.headcount,
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
