import type { ExtraPlan } from './extra-plan.ts';
import { buildExtraLine, computeExtraAmount, sumExtraAmounts } from './extra-plan.ts';
import { computeReductionCoefficientE4 } from './general-reduction.ts';
import type { LinePlan } from './line-plan.ts';
import { computeLineAmount, selectRate, selectSecondBase } from './line-plan.ts';
import { roundProduct, roundSigned } from './round-product.ts';
import { wageFor } from './month-measure.ts';
import { computeBases, computeGrossSlices, CUMULATED_INDEX, WAGE_INDEX } from './salary-bases.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryLine } from './salary-line.ts';
import { buildLine } from './salary-line.ts';
import type { SalaryPlan, SidePlan } from './salary-plan.ts';
import { computeTaxableExcess } from './tax-deduction.ts';

/** All lines and totals of a valid gross. `bases` is working space, overwritten. */
export function computeLines(plan: SalaryPlan, grossCents: number, bases: Float64Array): SalaryComputation {
  const { input, parameters } = plan;
  const employerWelfareCents = fillBases(plan, grossCents, bases);
  const lines: SalaryLine[] = [];
  const coefficientE4 = coefficientOf(plan, bases);
  let employer = pushSide(plan.employer, plan, bases, lines);
  employer += pushIfAny(buildReductionLine(plan, bases, coefficientE4), lines);
  const netCents = grossCents - pushSide(plan.employee, plan, bases, lines);
  const welfareCents = employerWelfareCents + sumExtraAmounts(plan.employee.welfare, bases);
  const socialNetCents = netCents + sumExtraAmounts(plan.employee.others, bases);
  const taxableCents =
    sumLines(plan.taxableLines, plan, bases) +
    plan.employer.healthCover.amountCents +
    computeTaxableExcess(plan.taxDeduction, grossCents, welfareCents);
  return {
    period: input.period,
    ruleVersion: parameters.ruleVersion,
    grossCents,
    reductionMinimumWageHourlyCents: parameters.reductionMinimumWageHourlyCents.value,
    measure: {
      ceilingParts: plan.year.ceilingParts,
      wageParts: wageFor(plan.year.wage, grossCents),
    },
    lines,
    totals: {
      employerContributionsCents: employer,
      employeeContributionsCents: grossCents - netCents,
      netBeforeTaxCents: netCents,
      taxableNetCents: socialNetCents + taxableCents,
      socialNetCents,
      totalCostCents: grossCents + employer,
      reductionCoefficientE4: coefficientE4,
    },
  };
}

/** The total cost alone, from the same line amounts: for searches. */
export function computeCost(plan: SalaryPlan, grossCents: number, bases: Float64Array): number {
  fillBases(plan, grossCents, bases);
  const coefficientE4 = coefficientOf(plan, bases);
  return grossCents + sumSide(plan.employer, plan, bases) + computeReductionAmount(plan, bases, coefficientE4);
}

/** The net before tax alone, from the same line amounts: for searches. */
export function computeNet(plan: SalaryPlan, grossCents: number, bases: Float64Array): number {
  fillBases(plan, grossCents, bases);
  return grossCents - sumSide(plan.employee, plan, bases);
}

/** All bases of a gross, in 1 ÷ scale of a cent: `bases`, filled. */
export function computeAllBases(plan: SalaryPlan, grossCents: number, bases: Float64Array): Float64Array {
  fillBases(plan, grossCents, bases);
  return bases;
}

/** Fills the bases; gives the employer's welfare lines, whose rounded amounts enter them, in cents. */
function fillBases(plan: SalaryPlan, grossCents: number, bases: Float64Array): number {
  let welfareCents = 0;
  if (plan.hasExtras) {
    computeGrossSlices(plan.bases, grossCents, bases);
    welfareCents = sumExtraAmounts(plan.employer.welfare, bases);
  }
  computeBases(plan.bases, grossCents, welfareCents, bases);
  bases[WAGE_INDEX] = plan.year.wageBefore + wageFor(plan.year.wage, grossCents);
  return welfareCents;
}

function coefficientOf({ reduction }: SalaryPlan, bases: Float64Array): number {
  return computeReductionCoefficientE4(reduction, bases[CUMULATED_INDEX] ?? 0, bases[WAGE_INDEX] ?? 0);
}

function sumSide(side: SidePlan, plan: SalaryPlan, bases: Float64Array): number {
  return sumLines(side.lines, plan, bases) + side.healthCover.amountCents + sumExtraAmounts(side.extras, bases);
}

function pushSide(side: SidePlan, plan: SalaryPlan, bases: Float64Array, lines: SalaryLine[]): number {
  let sum = 0;
  for (const line of side.lines) sum += pushLine(line, plan, bases, lines);
  sum += pushIfAny(side.healthCover, lines);
  for (const extra of side.extras) sum += pushExtra(extra, plan, bases, lines);
  return sum;
}

function sumLines(lines: readonly LinePlan[], { bases: { scale } }: SalaryPlan, bases: Float64Array): number {
  let sum = 0;
  for (const line of lines) sum += computeLineAmount(line, selectRate(line, bases), bases, scale);
  return sum;
}

function pushLine(line: LinePlan, plan: SalaryPlan, bases: Float64Array, lines: SalaryLine[]): number {
  const rate = selectRate(line, bases);
  const amountCents = computeLineAmount(line, rate, bases, plan.bases.scale);
  if (amountCents === 0) return 0;
  const secondBase = selectSecondBase(line, rate, bases);
  lines.push(
    buildLine(
      line.code,
      line.side,
      toCents(bases[line.baseIndex] ?? 0, plan),
      rate.rateE7,
      amountCents,
      rate,
      toCents(secondBase, plan),
      line.baseBefore !== 0 && secondBase === 0 ? 0 : line.secondRateE7,
    ),
  );
  return amountCents;
}

function pushIfAny(line: SalaryLine, lines: SalaryLine[]): number {
  if (line.amountCents !== 0) lines.push(line);
  return line.amountCents;
}

function pushExtra(extra: ExtraPlan, plan: SalaryPlan, bases: Float64Array, lines: SalaryLine[]): number {
  const amountCents = computeExtraAmount(extra, bases);
  if (amountCents !== 0) lines.push(buildExtraLine(extra, amountCents, bases, plan.bases.scale));
  return amountCents;
}

function buildReductionLine(plan: SalaryPlan, bases: Float64Array, coefficientE4: number): SalaryLine {
  const baseCents = toCents(bases[CUMULATED_INDEX] ?? 0, plan);
  const amountCents = computeReductionAmount(plan, bases, coefficientE4);
  const { reduction } = plan.parameters;
  const line = buildLine('generalReduction', 'employer', baseCents, coefficientE4 * 1000, amountCents, reduction);
  const isYear = plan.input.yearSoFar !== undefined || plan.input.yearToDate !== undefined;
  return !isYear ? line : { ...line, alreadyCents: plan.reduction.alreadyCents };
}

/** What was granted − coefficient × contribution base (half up), the amount of the line: negative as a rule. */
function computeReductionAmount(plan: SalaryPlan, bases: Float64Array, coefficientE4: number): number {
  const { alreadyCents } = plan.reduction;
  if (coefficientE4 === 0) return alreadyCents;
  return alreadyCents - roundProduct((bases[CUMULATED_INDEX] ?? 0) * coefficientE4, 10_000 * plan.bases.scale);
}

function toCents(base: number, plan: SalaryPlan): number {
  return roundSigned(base, plan.bases.scale);
}
