import { appError } from '../core/errors.ts';
import type { Hasher } from '../core/ports.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import type { RecordOf } from '../records/registry.ts';
import type { SalaryStatementBody } from '../records/salary-statement.ts';
import { sealOf } from '../records/seal.ts';
import type { WriteContext } from '../records/write-record.ts';
import { createRecord } from '../records/write-record.ts';
import { proveSalary } from '../salary/salary-computation-proof.ts';
import type { SalaryComputation } from '../salary/salary-computation.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import { lastDay } from '../time/month.ts';
import type { ActivityAccount } from './activity-account.ts';

/**
 * What the salary engine needs for one contract in one month: the contract, and the employer's facts in force on the last
 * day of the month. Errors: `salary.notPayable` (CAPE and members abroad have no French payroll), `salary.noContract`.
 */
export function payInputOf(
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettingsBody,
  period: string,
): Result<SalaryInput> {
  const { contract, payroll } = settings;
  if (contract.kind !== 'cesa') return fail(appError('salary.notPayable', `no French payroll for ${contract.kind}`));
  const facts = cooperative.employerFacts
    .filter(({ from }) => from <= lastDay(period))
    .reduce<CooperativeSettingsBody['employerFacts'][number] | undefined>(
      (latest, fact) => (latest === undefined || fact.from > latest.from ? fact : latest),
      undefined,
    );
  if (facts === undefined || contract.startDate > lastDay(period)) {
    return fail(appError('salary.noContract', `no contract or employer facts in ${period}`, { period }));
  }
  return ok({
    period,
    weeklyMinutes: contract.weeklyMinutes,
    headcount: facts.headcount,
    isCadre: contract.isCadre,
    atmpRatePpm: facts.atmpRatePpm,
    mutuelleCents: payroll.mutuelleCents,
    mutuelleEmployerSharePpm: payroll.mutuelleEmployerSharePpm,
    transportRatePpm: payroll.transportRatePpm,
  });
}

/** A computed pay and the account it is asked from. */
export interface PayRequest {
  readonly activityId: string;
  readonly date: string;
  readonly input: SalaryInput;
  readonly computation: SalaryComputation;
  readonly account: Pick<ActivityAccount, 'balanceCents' | 'availableCents'>;
}

/**
 * The salary statement of a pay that is asked: input, lines, totals, proof and seal; status `requested`.
 * Throws when the seal cannot be computed, which would be a bug: every value is JSON.
 */
export function createStatement(context: WriteContext, request: PayRequest, hash: Hasher): RecordOf<'salaryStatement'> {
  const { input, computation, account } = request;
  const body: SalaryStatementBody = {
    input: { ...input, grossCents: computation.grossCents },
    account: {
      balanceCents: account.balanceCents,
      availableCents: account.availableCents,
      residueCents: account.availableCents - computation.totals.totalCostCents,
    },
    lines: computation.lines.map(({ source, since, ...figures }) => figures),
    totals: { ...computation.totals },
    computation: { ...proveSalary(input, computation, hash) },
    seal: '',
    history: [{ status: 'requested', at: context.clock(), by: context.author.user }],
  };
  const { activityId, date } = request;
  const record = createRecord(context, { type: 'salaryStatement', activityId, date, status: 'requested', body });
  return { ...record, body: { ...record.body, seal: sealOf(record, hash) } };
}
