import type { Hasher } from '../core/ports.ts';
import type { RecordOf } from '../records/registry.ts';
import type { SalaryStatementBody } from '../records/salary-statement.ts';
import { sealOf } from '../records/seal.ts';
import type { WriteContext } from '../records/write-record.ts';
import { createRecord } from '../records/write-record.ts';
import { proveSalary } from '../salary/salary-computation-proof.ts';
import type { SalaryComputation } from '../salary/salary-computation.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import type { ActivityAccount } from '../ledger/activity-account.ts';
import type { YearSettlement } from './year-settlement.ts';

/** A computed pay and the account it is asked from. */
export interface AskedPay {
  readonly input: SalaryInput;
  readonly computation: SalaryComputation;
  readonly account: Pick<ActivityAccount, 'balanceCents' | 'availableCents'>;
  /** What it settles of earlier months, where there is something. */
  readonly settlement?: YearSettlement | undefined;
}

/** Body of the statement of a pay: input, every line, totals and proof. The seal is still empty, see {@link sealStatement}. */
export function statementBodyOf(
  { input, computation, account, settlement }: AskedPay,
  history: SalaryStatementBody['history'],
  hash: Hasher,
): SalaryStatementBody {
  const { extraLines, yearToDate, yearSoFar, newlyCounted, workingTime, ...facts } = input;
  return {
    input: {
      ...facts,
      ...(workingTime && { workingTime: { ...workingTime } }),
      grossCents: computation.grossCents,
      ...(extraLines && { extraLines: extraLines.map((line) => ({ ...line })) }),
      ...(yearSoFar && { yearSoFar: { ...yearSoFar } }),
      ...(newlyCounted && { newlyCounted: { ...newlyCounted } }),
      ...(yearToDate && { yearToDate: { ...yearToDate } }),
    },
    account: {
      balanceCents: account.balanceCents,
      availableCents: account.availableCents,
      residueCents: account.availableCents - computation.totals.totalCostCents,
    },
    lines: computation.lines.map(({ source, since, label, ...figures }) => figures),
    totals: { ...computation.totals },
    ...(settlement && { settlement: { ...settlement } }),
    computation: { ...proveSalary(input, computation, hash) },
    seal: '',
    history,
  };
}

/** The finished statement: the seal covers everything that never changes after the request, so it is put in last. */
export function sealStatement(statement: RecordOf<'salaryStatement'>, hash: Hasher): RecordOf<'salaryStatement'> {
  return { ...statement, body: { ...statement.body, seal: sealOf(statement, hash) } };
}

/** The salary statement of a pay that is asked now; status `requested`. */
export function createStatement(
  context: WriteContext,
  fields: { readonly activityId: string; readonly date: string; readonly pay: AskedPay },
  hash: Hasher,
): RecordOf<'salaryStatement'> {
  const { activityId, date, pay } = fields;
  const step = { status: 'requested', at: context.clock(), by: context.author.user };
  const body = statementBodyOf(pay, [step], hash);
  const statement = createRecord(context, { type: 'salaryStatement', activityId, date, status: 'requested', body });
  return sealStatement(statement, hash);
}
