import { divideHalfUp } from '../money/rounding.ts';
import { computeReductionCoefficientE4 } from './general-reduction.ts';
import type { LinePlan } from './line-plan.ts';
import { computeLineAmount, selectRate } from './line-plan.ts';
import { roundProduct } from './round-product.ts';
import { BASE_INDEX, computeBases } from './salary-bases.ts';
import type { SalaryComputation } from './salary-computation.ts';
import type { SalaryLine } from './salary-line.ts';
import { RATE_E7 } from './salary-line.ts';
import type { SalaryPlan, TaxDeductionPlan } from './salary-plan.ts';

/** All lines and totals of a valid gross. `bases` is working space, overwritten. */
export function computeLines(plan: SalaryPlan, grossCents: number, bases: Float64Array): SalaryComputation {
  computeBases(plan.bases, grossCents, bases);
  const lines: SalaryLine[] = [];
  let employer = 0;
  for (const line of plan.employerLines) employer += pushLine(line, plan, bases, lines);
  employer += pushIfAny(plan.employerHealthCover, lines);
  const coefficientE4 = computeReductionCoefficientE4(plan.reduction, bases[BASE_INDEX.all] ?? 0);
  employer += pushIfAny(buildReductionLine(plan, bases, coefficientE4), lines);
  let employee = 0;
  let taxable = 0;
  for (const line of plan.employeeLines) {
    const amountCents = pushLine(line, plan, bases, lines);
    employee += amountCents;
    if (line.isTaxable) taxable += amountCents;
  }
  employee += pushIfAny(plan.employeeHealthCover, lines);
  taxable += plan.employerHealthCover.amountCents;
  if (plan.taxDeduction.canExceed) {
    taxable += computeTaxableExcess(plan.taxDeduction, grossCents, plan.employeeHealthCover.amountCents);
  }
  const netCents = grossCents - employee;
  return {
    period: plan.input.period,
    ruleVersion: plan.parameters.ruleVersion,
    grossCents,
    lines,
    totals: {
      employerContributionsCents: employer,
      employeeContributionsCents: employee,
      netBeforeTaxCents: netCents,
      taxableNetCents: netCents + taxable,
      socialNetCents: netCents,
      totalCostCents: grossCents + employer,
      reductionCoefficientE4: coefficientE4,
    },
  };
}

/** The total cost alone, from the same line amounts: for searches. */
export function computeCost(plan: SalaryPlan, grossCents: number, bases: Float64Array): number {
  computeBases(plan.bases, grossCents, bases);
  const coefficientE4 = computeReductionCoefficientE4(plan.reduction, bases[BASE_INDEX.all] ?? 0);
  const lines = sumLines(plan.employerLines, bases) + plan.employerHealthCover.amountCents;
  return grossCents + lines + computeReductionAmount(plan, bases, coefficientE4);
}

/** The net before tax alone, from the same line amounts: for searches. */
export function computeNet(plan: SalaryPlan, grossCents: number, bases: Float64Array): number {
  computeBases(plan.bases, grossCents, bases);
  return grossCents - sumLines(plan.employeeLines, bases) - plan.employeeHealthCover.amountCents;
}

function sumLines(lines: readonly LinePlan[], bases: Float64Array): number {
  let sum = 0;
  for (const line of lines) sum += computeLineAmount(line, selectRate(line, bases), bases);
  return sum;
}

function pushLine(line: LinePlan, plan: SalaryPlan, bases: Float64Array, lines: SalaryLine[]): number {
  const rate = selectRate(line, bases);
  const amountCents = computeLineAmount(line, rate, bases);
  if (amountCents === 0) return 0;
  lines.push({
    code: line.code,
    side: line.side,
    baseCents: toCents(bases[line.baseIndex] ?? 0, plan),
    rateE7: rate.rateE7,
    secondBaseCents: toCents(bases[line.secondBaseIndex] ?? 0, plan),
    secondRateE7: line.secondRateE7,
    amountCents,
    source: rate.source,
    since: rate.since,
  });
  return amountCents;
}

function pushIfAny(line: SalaryLine, lines: SalaryLine[]): number {
  if (line.amountCents !== 0) lines.push(line);
  return line.amountCents;
}

function buildReductionLine(plan: SalaryPlan, bases: Float64Array, coefficientE4: number): SalaryLine {
  return {
    code: 'generalReduction',
    side: 'employer',
    baseCents: toCents(bases[BASE_INDEX.all] ?? 0, plan),
    rateE7: coefficientE4 * 1000,
    secondBaseCents: 0,
    secondRateE7: 0,
    amountCents: computeReductionAmount(plan, bases, coefficientE4),
    source: plan.parameters.reduction.source,
    since: plan.parameters.reduction.since,
  };
}

/** Coefficient × contribution base, half up, as the negative amount of the line. */
function computeReductionAmount(plan: SalaryPlan, bases: Float64Array, coefficientE4: number): number {
  if (coefficientE4 === 0) return 0;
  return 0 - roundProduct((bases[BASE_INDEX.all] ?? 0) * coefficientE4, 10_000 * plan.bases.scale);
}

function toCents(base: number, plan: SalaryPlan): number {
  return plan.bases.scale === 1 ? base : roundProduct(base, plan.bases.scale);
}

/** Employee health cover + employer cadre welfare above the deduction limit, half up to the cent. */
function computeTaxableExcess(plan: TaxDeductionPlan, grossCents: number, employeeHealthCents: number): number {
  const welfareE7 = employeeHealthCents * RATE_E7 + Math.min(grossCents, plan.ceilingCents) * plan.cadreRateE7;
  const limitE7 = Math.min(plan.fixedCents * RATE_E7 + grossCents * plan.grossRateE7, plan.maximumCents * RATE_E7);
  return divideHalfUp(Math.max(0, welfareE7 - limitE7), RATE_E7);
}
