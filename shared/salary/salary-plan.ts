import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { divideHalfAwayFromZero } from '../money/rounding.ts';
import { reduceFraction } from './exact-fraction.ts';
import type { ExtraPlan } from './extra-plan.ts';
import { planExtraLine } from './extra-plan.ts';
import type { ReductionPlan } from './general-reduction.ts';
import { invalidSalaryInput } from './invalid-salary-input.ts';
import type { LinePlan, ReducedRule } from './line-plan.ts';
import { planLine } from './line-plan.ts';
import { measureMonth, WAGE_PARTS } from './month-measure.ts';
import type { ContributionParameter, PayrollParameters } from './payroll-parameters.ts';
import type { YearAround } from './plan-bases.ts';
import { planBases } from './plan-bases.ts';
import { MAX_PRODUCT } from './round-product.ts';
import type { BasePlan } from './salary-bases.ts';
import { BASE_INDEX } from './salary-bases.ts';
import type { SalaryInput } from './salary-input.ts';
import { MAX_SALARY_CENTS } from './salary-limits.ts';
import type { SalaryLine, SalarySide } from './salary-line.ts';
import { buildLine } from './salary-line.ts';
import type { TaxDeductionPlan } from './tax-deduction.ts';
import { planTaxDeduction } from './tax-deduction.ts';
import type { YearSoFar } from './year-so-far.ts';
import { addToYear, countNewly, EMPTY_YEAR } from './year-so-far.ts';
import { measureYear } from './year-to-date.ts';

/** Parameters and input of one contract compiled once, so that each gross costs only arithmetic. */
export interface SalaryPlan {
  readonly input: SalaryInput;
  readonly parameters: PayrollParameters;
  readonly year: YearAround;
  readonly bases: BasePlan;
  readonly reduction: ReductionPlan;
  readonly employer: SidePlan;
  readonly employee: SidePlan;
  /** The employee's lines that are part of the taxable net. */
  readonly taxableLines: readonly LinePlan[];
  readonly hasExtras: boolean;
  readonly taxDeduction: TaxDeductionPlan;
  /** The largest gross of the month: what the year to date leaves of the largest amount. */
  readonly maximumGrossCents: number;
}

/** The lines of one side. */
export interface SidePlan {
  readonly lines: readonly LinePlan[];
  /** Its share of the health cover, which does not depend on gross. */
  readonly healthCover: SalaryLine;
  readonly extras: readonly ExtraPlan[];
  /** The welfare lines among the extra lines; the employer's weigh on the bases. */
  readonly welfare: readonly ExtraPlan[];
  /** The extra lines that are not welfare. */
  readonly others: readonly ExtraPlan[];
}

/**
 * Compiles a validated input with the parameters of its month.
 * Error: `salary.invalidInput` for a rate so precise that its products would not be exact integers.
 */
export function planSalary(input: SalaryInput, parameters: PayrollParameters): Result<SalaryPlan> {
  const { period, isCadre, employedDays, extraLines = [] } = input;
  const before = yearBefore(input, parameters);
  const workingTime = input.workingTime ?? ({ kind: 'weeklyHours', minutes: input.weeklyMinutes ?? 0 } as const);
  const { ceilingParts, wage } = measureMonth({ period, workingTime, employedDays }, parameters);
  const [employerCover, employeeCover] = planHealthCover(input, parameters);
  const counted = countNewly(before, input.newlyCounted);
  const now = addToYear(counted, {
    ...EMPTY_YEAR,
    months: 1,
    ceilingParts,
    wageParts: wage.fixedParts,
    healthCoverEmployerCents: employerCover.amountCents,
    employeeWelfareCents: employeeCover.amountCents,
    cadreMonths: isCadre ? 1 : 0,
  });
  const year: YearAround = { before, now, ceilingParts, wageBefore: counted.wageParts, wage, isCadre };
  const bases = planBases(year, parameters, extraLines.length > 0);
  const lines = planLines(input, parameters, before, bases);
  const extras = extraLines.map((extra) => planExtraLine(extra, bases.scale));
  const law = parameters.reduction;
  const reduction: ReductionPlan = {
    law,
    deltaE4: input.headcount < 50 ? law.deltaBelow50E4 : law.deltaFrom50E4,
    wageFactor: reduceFraction(bases.scale, WAGE_PARTS),
    alreadyCents: before.reductionCents,
  };
  const tooPrecise = findTooPrecise(lines, extras, bases, reduction);
  if (tooPrecise !== undefined) return invalidSalaryInput(tooPrecise);
  const planSide = (healthCover: SalaryLine): SidePlan => {
    const own = extras.filter(({ extra }) => extra.side === healthCover.side);
    return {
      lines: lines.filter(({ side }) => side === healthCover.side),
      healthCover,
      extras: own,
      welfare: own.filter(({ extra }) => extra.isWelfare),
      others: own.filter(({ extra }) => !extra.isWelfare),
    };
  };
  return ok({
    input,
    parameters,
    year,
    bases,
    reduction,
    employer: planSide(employerCover),
    employee: planSide(employeeCover),
    taxableLines: lines.filter(({ isTaxable }) => isTaxable),
    hasExtras: extras.length > 0,
    taxDeduction: planTaxDeduction(year, parameters),
    maximumGrossCents: MAX_SALARY_CENTS - before.grossCents,
  });
}

/** Lines with a fixed rate depend on their parameter alone: planned once, since a pay sheet plans every pay anew. */
const FIXED_LINES = new WeakMap<ContributionParameter, LinePlan>();

function planLines(
  input: SalaryInput,
  parameters: PayrollParameters,
  before: YearSoFar,
  bases: BasePlan,
): readonly LinePlan[] {
  const { numerator, denominator } = reduceFraction(bases.scale, WAGE_PARTS);
  const isFirst = input.workingTime === undefined;
  const rule: ReducedRule = {
    baseFactor: denominator,
    wageFactor: numerator,
    isInclusive: !isFirst,
    baseBefore: bases.before[BASE_INDEX.all] ?? 0,
    wageBefore: before.wageParts,
  };
  return parameters.contributions
    .filter((contribution) => isDue(contribution, input))
    .map((contribution) => {
      const known = FIXED_LINES.get(contribution);
      if (known !== undefined) return known;
      const { rateE7, rateInput, reduced } = contribution;
      // Only the first rule took what the reduction may hold of the work-accident rate for the least that is due.
      const leastE7 = isFirst ? rateE7 : 0;
      const line = planLine(
        contribution,
        rateInput === undefined ? rateE7 : Math.max(leastE7, input[rateInput] * 10),
        rule,
      );
      if (rateInput === undefined && reduced === undefined) FIXED_LINES.set(contribution, line);
      return line;
    });
}

/** The months before, whichever rule counted them. */
function yearBefore({ yearSoFar, yearToDate }: SalaryInput, parameters: PayrollParameters): YearSoFar {
  if (yearSoFar !== undefined) return yearSoFar;
  return yearToDate === undefined ? EMPTY_YEAR : measureYear(yearToDate, parameters);
}

/** The input whose products would not stay exact for the largest pay of a year, if any. */
function findTooPrecise(
  lines: readonly LinePlan[],
  extras: readonly ExtraPlan[],
  bases: BasePlan,
  reduction: ReductionPlan,
): string | undefined {
  // Gross, welfare lines (half the largest gross at most, see `validateExtraLines`), 1.5 % of a cadre's ceilings.
  const largestGross = MAX_SALARY_CENTS * bases.scale;
  const largestWelfare = extras.some(({ extra }) => extra.isWelfare) ? largestGross / 2 : 0;
  const largestBase = largestGross + largestWelfare + bases.fixedWelfare + bases.cadreCeiling;
  const isExact = (factor: number): boolean => largestBase * factor < MAX_PRODUCT;
  const line = lines.find(
    ({ rate, reduced, secondNumerator }) =>
      !isExact(Math.max(rate.numerator, reduced.numerator, Math.abs(secondNumerator))),
  );
  if (line?.code === 'mobilityLevy') return 'transportRatePpm';
  if (line !== undefined) return 'atmpRatePpm';
  const extra = extras.find(({ numerator }) => !isExact(numerator));
  if (extra !== undefined) return `extraLines.${extra.code}.rateE7`;
  // Bases are compared with hundredths of minimum wages.
  return isExact(100 * reduction.wageFactor.denominator) ? undefined : 'workingTime';
}

function isDue(contribution: ContributionParameter, input: SalaryInput): boolean {
  const { isCadreOnly, headcountFrom = 1, headcountBelow = Infinity } = contribution;
  return (
    (isCadreOnly !== true || input.isCadre) && input.headcount >= headcountFrom && input.headcount < headcountBelow
  );
}

/** Both shares: the employer's is rounded half up; the employee's is the rest, so that both make up the price. */
function planHealthCover(input: SalaryInput, parameters: PayrollParameters): readonly [SalaryLine, SalaryLine] {
  const { mutuelleCents, mutuelleEmployerSharePpm } = input;
  const employerCents = divideHalfAwayFromZero(mutuelleCents * mutuelleEmployerSharePpm, 1_000_000);
  const line = (side: SalarySide, sharePpm: number, amountCents: number): SalaryLine =>
    buildLine('healthCover', side, mutuelleCents, sharePpm * 10, amountCents, parameters.healthCover);
  return [
    line('employer', mutuelleEmployerSharePpm, employerCents),
    line('employee', 1_000_000 - mutuelleEmployerSharePpm, mutuelleCents - employerCents),
  ];
}
