import { z } from 'zod';
import type { Result } from '../../shared/core/result.ts';
import { ok } from '../../shared/core/result.ts';
import { computeFromGross } from '../../shared/salary/compute-from-gross.ts';
import type { SalaryComputation } from '../../shared/salary/salary-computation.ts';
import type { WorkingTime } from '../../shared/salary/working-time.ts';
import { accumulateYear } from '../../shared/salary/year-so-far.ts';
import type { YearSoFar } from '../../shared/salary/year-so-far.ts';
import type { ConvertError } from './convert-error.ts';
import { convertError } from './convert-error.ts';
import { readWorkingTime, WORKING_TIME_FORM } from './read-working-time.ts';
import { toWhole } from './to-whole.ts';

/** The months of one contract in one calendar year. Percentages default to those of most cases of the payroll office. */
const yearCase = z.strictObject({
  name: z.string().max(200).optional(),
  year: z.int().min(1900).max(2199),
  headcount: z.int(),
  startMonth: z.int().min(1).max(12),
  grossCents: z.array(z.int()).min(1).max(12),
  workingTime: z.unknown().optional(),
  isCadre: z.boolean().default(false),
  mutuelleCents: z.int().default(0),
  mutuelleEmployerSharePercent: z.number().default(50),
  atmpRatePercent: z.number().default(2.08),
  versementMobilitePercent: z.number().default(0),
});

/** A year whose months are settled one after the other. Amounts in cents, coefficients in 1e-4, months in their order. */
export interface ConvertedYear {
  readonly yearReductionCents: number;
  readonly monthlyReductionCents: readonly number[];
  readonly coefficientsE4: readonly number[];
  readonly months: readonly SalaryComputation[];
}

/** Reads one year and computes its months. What is unknown, missing or of the wrong kind is refused. */
export function convertYear(value: unknown): ConvertedYear | ConvertError {
  const read = yearCase.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return convertError('convert.field', `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  const { workingTime = 'none', startMonth, grossCents } = read.data;
  const time = readWorkingTime(workingTime);
  if (time === undefined) return convertError('convert.field', `workingTime ${WORKING_TIME_FORM}`);
  if (startMonth + grossCents.length > 13) return convertError('convert.field', 'grossCents goes beyond December');
  const months = computeMonths(read.data, time);
  if (!months.ok) return convertError(months.error.code, months.error.message);
  const reductions = months.value.map(reductionOf);
  return {
    yearReductionCents: reductions.reduce((sum, cents) => sum + cents, 0),
    monthlyReductionCents: reductions,
    coefficientsE4: months.value.map(({ totals }) => totals.reductionCoefficientE4),
    months: months.value,
  };
}

function computeMonths(one: z.infer<typeof yearCase>, workingTime: WorkingTime): Result<readonly SalaryComputation[]> {
  const months: SalaryComputation[] = [];
  let yearSoFar: YearSoFar | undefined;
  for (const [index, grossCents] of one.grossCents.entries()) {
    const input = {
      period: `${String(one.year)}-${String(one.startMonth + index).padStart(2, '0')}`,
      workingTime,
      headcount: one.headcount,
      isCadre: one.isCadre,
      atmpRatePpm: toWhole(one.atmpRatePercent, 10_000),
      mutuelleCents: one.mutuelleCents,
      mutuelleEmployerSharePpm: toWhole(one.mutuelleEmployerSharePercent, 10_000),
      transportRatePpm: toWhole(one.versementMobilitePercent, 10_000),
      yearSoFar,
    };
    const computed = computeFromGross(input, grossCents);
    if (!computed.ok) return computed;
    yearSoFar = accumulateYear(yearSoFar, input, computed.value);
    months.push(computed.value);
  }
  return ok(months);
}

/** The general reduction of a month, positive; negative where it is given back. */
function reductionOf({ lines }: SalaryComputation): number {
  return 0 - (lines.find(({ code }) => code === 'generalReduction')?.amountCents ?? 0);
}
