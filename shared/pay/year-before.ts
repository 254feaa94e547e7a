import type { ContractRun } from '../contract/contract-run.ts';
import { contractRun } from '../contract/contract-run.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import { findPayrollParameters } from '../salary/find-parameters.ts';
import { CEILING_PARTS, measureMonth, wageFor } from '../salary/month-measure.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import type { SalaryComputation } from '../salary/salary-computation.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import type { NewlyCounted, YearSoFar } from '../salary/year-so-far.ts';
import { accumulateYear, EMPTY_YEAR } from '../salary/year-so-far.ts';
import { measureYear } from '../salary/year-to-date.ts';
import { addMonths, monthOf, monthsBetween } from '../time/month.ts';
import { measuredContract } from './measured-contract.ts';
import type { MadePay } from './pays-of-year.ts';
import { paysOfYear } from './pays-of-year.ts';

/** The months of a year before a pay, as the engine takes them. */
export type CountedYear = Pick<SalaryInput, 'yearSoFar' | 'newlyCounted'>;

/** The months of a year before a pay. */
export interface YearBefore {
  readonly year: CountedYear;
  /** As they would have been paid under the present rule and contract; only where that is something else. */
  readonly lawfulYear?: CountedYear;
}

/**
 * The months of the same calendar year and contract before a month, cumulated (CSS R242-2 II, L241-13 III): from January, the
 * start of the contract or the opening of the account on. A month without a pay counts with its ceiling alone. What was charged
 * and granted is that of each pay as it was made; what it is measured by is the contract as it stands, so that a pay of the
 * former rule, or a fact that became known later, is settled by the next pay.
 * Errors: those of `contractIn`, `salary.laterPay`, `salary.noParameters`, `salary.invalidInput`.
 */
export function yearBefore(
  period: string,
  settings: ActivitySettingsBody,
  context: {
    readonly statements: readonly MadePay[];
    readonly versions: readonly PayrollParameters[];
  },
): Result<YearBefore> {
  const run = contractRun(settings, period);
  if (!run.ok) return run;
  const ofYear = paysOfYear(period, context.statements);
  if (!ofYear.ok) return ofYear;
  const start = monthOf(run.value.firstDate);
  const pays = new Map(ofYear.value.map(({ body }) => [body.input.period, body.input] as const));
  const paid = [...pays.keys()].filter((month) => month >= start);
  const opened = [monthOf(settings.openingDate), ...paid].toSorted()[0] ?? start;
  const first = [start, opened, `${period.slice(0, 4)}-01`].toSorted().at(-1) ?? period;
  let sums: Sums = { paid: NO_MONTHS, lawful: NO_MONTHS };
  for (const month of first < period ? monthsBetween(first, addMonths(period, -1)) : []) {
    const next = addMonth(sums, month, pays.get(month), run.value, context.versions);
    if (!next.ok) return next;
    sums = next.value;
  }
  const [year, lawfulYear] = [countedYear(sums.paid), countedYear(sums.lawful)];
  return ok({ year, ...(!isSameYear(sums.paid.charged, sums.lawful.charged) && { lawfulYear }) });
}

type MadeInput = MadePay['body']['input'];

/** The months of a year while they are added up. */
interface Months {
  /** As they were paid. */
  readonly charged: YearSoFar;
  /** What all of them count for now. */
  readonly counted: NewlyCounted;
}

interface Sums {
  readonly paid: Months;
  readonly lawful: Months;
}

const NOTHING: NewlyCounted = { months: 0, ceilingParts: 0, wageParts: 0 };
const NO_MONTHS: Months = { charged: EMPTY_YEAR, counted: NOTHING };

function addMonth(
  { paid, lawful }: Sums,
  month: string,
  input: MadeInput | undefined,
  run: ContractRun,
  versions: readonly PayrollParameters[],
): Result<Sums> {
  const parameters = findPayrollParameters(month, versions);
  if (!parameters.ok) return parameters;
  const { isCadre: _isCadre, ...measured } = measuredContract(run, month);
  const { ceilingParts, wage } = measureMonth({ period: month, ...measured }, parameters.value);
  const grossCents = input?.grossCents ?? 0;
  const counts = { months: 1, ceilingParts, wageParts: input === undefined ? 0 : wageFor(wage, grossCents) };
  const add = ({ charged, counted }: Months, next: YearSoFar = charged): Months => ({
    charged: next,
    counted: addCounts(counted, counts, 1),
  });
  if (input === undefined) return ok({ paid: add(paid), lawful: add(lawful) });
  const made = computeFromGross(input, grossCents, versions);
  if (!made.ok) return made;
  const { weeklyMinutes: _minutes, yearToDate: _sums, employedDays: _days, grossCents: _gross, ...facts } = input;
  const lawfulInput = { ...facts, yearSoFar: undefined, newlyCounted: undefined, ...measured, ...countedYear(lawful) };
  const due = computeFromGross(lawfulInput, grossCents, versions);
  if (!due.ok) return due;
  return ok({
    paid: add(paid, chargedWith(paid.charged, input, made.value, parameters.value)),
    lawful: add(lawful, accumulateYear(lawful.charged, lawfulInput, due.value)),
  });
}

/**
 * The year as charged, after one more pay. Where the pay was not made on these very months (month by month under the first
 * rule, or on pays that were cancelled since) the ceilings are those that give what its lines charged on the first slice.
 */
function chargedWith(
  before: YearSoFar,
  input: MadeInput,
  made: SalaryComputation,
  parameters: PayrollParameters,
): YearSoFar {
  const after = accumulateYear(before, input, made);
  const { yearSoFar, yearToDate } = input;
  const claimed = yearToDate === undefined ? (yearSoFar ?? EMPTY_YEAR) : measureYear(yearToDate, parameters);
  if (isSameYear(claimed, before)) return after;
  const sliceCents = made.lines.find(({ code }) => code === 'cappedOldAge')?.baseCents ?? 0;
  const sliceParts = Math.min(before.ceilingParts, before.grossCents * CEILING_PARTS) + sliceCents * CEILING_PARTS;
  const grossParts = after.grossCents * CEILING_PARTS;
  return { ...after, ceilingParts: sliceParts < grossParts ? sliceParts : Math.max(after.ceilingParts, grossParts) };
}

function countedYear({ charged, counted }: Months): CountedYear {
  const newly = addCounts(counted, charged, -1);
  const isNew = newly.months !== 0 || newly.ceilingParts !== 0 || newly.wageParts !== 0;
  return { ...(charged.months > 0 && { yearSoFar: charged }), ...(isNew && { newlyCounted: newly }) };
}

function addCounts(one: NewlyCounted, other: NewlyCounted, times: 1 | -1): NewlyCounted {
  return {
    months: one.months + times * other.months,
    ceilingParts: one.ceilingParts + times * other.ceilingParts,
    wageParts: one.wageParts + times * other.wageParts,
  };
}

function isSameYear(one: YearSoFar, other: YearSoFar): boolean {
  return (Object.keys(EMPTY_YEAR) as (keyof YearSoFar)[]).every((sum) => one[sum] === other[sum]);
}
