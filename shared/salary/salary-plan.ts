import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { divideHalfUp } from '../money/rounding.ts';
import type { Fraction } from './exact-fraction.ts';
import { leastCommonMultiple, reduceFraction } from './exact-fraction.ts';
import type { ReductionPlan } from './general-reduction.ts';
import type { LinePlan } from './line-plan.ts';
import { planLine } from './line-plan.ts';
import type { ContributionParameter, PayrollParameters, WelfareLimit } from './payroll-parameters.ts';
import { MAX_PRODUCT } from './round-product.ts';
import type { BasePlan } from './salary-bases.ts';
import type { SalaryInput } from './salary-input.ts';
import { FULL_TIME_WEEKLY_MINUTES, MAX_SALARY_CENTS } from './salary-input.ts';
import type { SalaryLine, SalarySide } from './salary-line.ts';
import { RATE_E7 } from './salary-line.ts';

/** Parameters and input of one contract compiled once, so that each gross costs only arithmetic. */
export interface SalaryPlan {
  readonly input: SalaryInput;
  readonly parameters: PayrollParameters;
  readonly bases: BasePlan;
  readonly reduction: ReductionPlan;
  readonly employerLines: readonly LinePlan[];
  readonly employeeLines: readonly LinePlan[];
  /** The health cover: amounts that do not depend on gross. */
  readonly employerHealthCover: SalaryLine;
  readonly employeeHealthCover: SalaryLine;
  readonly taxDeduction: TaxDeductionPlan;
}

/** The limit under which welfare contributions are deducted from taxable pay; amounts in cents, rates in 1e-7. */
export interface TaxDeductionPlan {
  readonly canExceed: boolean;
  readonly fixedCents: number;
  readonly grossRateE7: number;
  readonly maximumCents: number;
  readonly cadreRateE7: number;
  readonly ceilingCents: number;
}

/**
 * Compiles a validated input with the parameters of its month.
 * Error: `salary.invalidInput` for a rate so precise that its products would not be exact integers.
 */
export function planSalary(input: SalaryInput, parameters: PayrollParameters): Result<SalaryPlan> {
  const employer = planHealthCover(input, parameters, 'employer');
  const employee = planHealthCover(input, parameters, 'employee');
  const bases = planBases(input, parameters, employer.amountCents);
  const minimumWage = monthlyMinimumWage(input, parameters, bases.scale);
  const lines = planLines(input, parameters, bases.scale, minimumWage);
  const tooPrecise = lines.find((line) => !isExact(line, bases));
  if (tooPrecise !== undefined) {
    const field = tooPrecise.code === 'mobilityLevy' ? 'transportRatePpm' : 'atmpRatePpm';
    return fail(appError('salary.invalidInput', `salary input refused: ${field} has too many decimals`, { field }));
  }
  return ok({
    input,
    parameters,
    bases,
    reduction: planReduction(input, parameters, minimumWage),
    employerLines: lines.filter((line) => line.side === 'employer'),
    employeeLines: lines.filter((line) => line.side === 'employee'),
    employerHealthCover: employer,
    employeeHealthCover: employee,
    taxDeduction: planTaxDeduction(input, parameters, employee.amountCents),
  });
}

function planLines(
  input: SalaryInput,
  parameters: PayrollParameters,
  scale: number,
  minimumWage: Fraction,
): readonly LinePlan[] {
  return parameters.contributions
    .filter((contribution) => isDue(contribution, input))
    .map((contribution) => {
      const { rateE7, rateInput, reduced } = contribution;
      const dueRateE7 = rateInput === undefined ? rateE7 : Math.max(rateE7, input[rateInput] * 10);
      const wagePercent = reduced?.belowMinimumWagePercent ?? 0;
      // Bases are integers, so "below a fraction" is "below the next integer".
      const reducedBelow = Math.ceil((minimumWage.numerator * wagePercent) / (minimumWage.denominator * 100));
      return planLine(contribution, dueRateE7, scale, reducedBelow);
    });
}

/** Whether the products of the line stay exact for the largest pay: gross, health cover and 1.5 % of a cadre's ceiling. */
function isExact(line: LinePlan, bases: BasePlan): boolean {
  const largestBase = MAX_SALARY_CENTS * bases.scale + bases.healthCoverEmployer + bases.fullCeiling;
  const largestRate = Math.max(line.rate.numerator, line.reduced.numerator, line.secondNumerator);
  return largestBase * largestRate < MAX_PRODUCT;
}

function isDue(contribution: ContributionParameter, input: SalaryInput): boolean {
  if (contribution.isCadreOnly === true && !input.isCadre) return false;
  if (contribution.headcountFrom !== undefined && input.headcount < contribution.headcountFrom) return false;
  return contribution.headcountBelow === undefined || input.headcount < contribution.headcountBelow;
}

function planBases(input: SalaryInput, parameters: PayrollParameters, healthCoverEmployerCents: number): BasePlan {
  const fullCeilingCents = parameters.socialSecurityCeilingEuros.value * 100;
  const ceiling = reduceFraction(fullCeilingCents * input.weeklyMinutes, FULL_TIME_WEEKLY_MINUTES);
  const limit = limitCents(parameters.welfareExemption, fullCeilingCents);
  const cadreWelfareRate = reduceFraction(parameters.cadreWelfareRateE7.value, RATE_E7);
  const exemptionGrossRate = reduceFraction(parameters.welfareExemption.grossRateE7, RATE_E7);
  const largestCadreWelfare = input.isCadre
    ? (fullCeilingCents * cadreWelfareRate.numerator) / cadreWelfareRate.denominator
    : 0;
  const canExceedExemption = healthCoverEmployerCents + largestCadreWelfare > limit.fixed;
  const scale = leastCommonMultiple(
    ceiling.denominator,
    input.isCadre ? cadreWelfareRate.denominator : 1,
    canExceedExemption ? exemptionGrossRate.denominator : 1,
  );
  return {
    scale,
    ceiling: (ceiling.numerator * scale) / ceiling.denominator,
    fullCeiling: fullCeilingCents * scale,
    healthCoverEmployer: healthCoverEmployerCents * scale,
    isCadre: input.isCadre,
    cadreWelfareRate,
    canExceedExemption,
    exemptionFixed: limit.fixed * scale,
    exemptionGrossRate,
    exemptionMaximum: limit.maximum * scale,
  };
}

/** Hourly minimum wage × weekly hours × 52 ÷ 12, exact, in 1 ÷ scale of a cent. */
function monthlyMinimumWage(input: SalaryInput, parameters: PayrollParameters, scale: number): Fraction {
  const hourlyCents = parameters.reductionMinimumWageHourlyCents.value;
  return reduceFraction(hourlyCents * input.weeklyMinutes * 13 * scale, 180);
}

function planReduction(input: SalaryInput, parameters: PayrollParameters, minimumWage: Fraction): ReductionPlan {
  const { kind, limitTenths, minimumE4, deltaBelow50E4, deltaFrom50E4 } = parameters.reduction;
  return {
    isDegressive: kind === 'degressive',
    limitTenths,
    minimumE4,
    deltaE4: input.headcount < 50 ? deltaBelow50E4 : deltaFrom50E4,
    minimumWage,
  };
}

/** The employer's share is rounded half up; the employee's is the rest, so that both make up the price. */
function planHealthCover(input: SalaryInput, parameters: PayrollParameters, side: SalarySide): SalaryLine {
  const sharePpm = input.mutuelleEmployerSharePpm;
  const employerCents = divideHalfUp(input.mutuelleCents * sharePpm, 1_000_000);
  return {
    code: 'healthCover',
    side,
    baseCents: input.mutuelleCents,
    rateE7: (side === 'employer' ? sharePpm : 1_000_000 - sharePpm) * 10,
    secondBaseCents: 0,
    secondRateE7: 0,
    amountCents: side === 'employer' ? employerCents : input.mutuelleCents - employerCents,
    source: parameters.healthCover.source,
    since: parameters.healthCover.since,
  };
}

function planTaxDeduction(input: SalaryInput, parameters: PayrollParameters, employeeCents: number): TaxDeductionPlan {
  const ceilingCents = parameters.socialSecurityCeilingEuros.value * 100;
  const limit = limitCents(parameters.welfareTaxDeduction, ceilingCents);
  const cadreRateE7 = input.isCadre ? parameters.cadreWelfareRateE7.value : 0;
  return {
    canExceed: employeeCents + divideHalfUp(ceilingCents * cadreRateE7, RATE_E7) > limit.fixed,
    fixedCents: limit.fixed,
    grossRateE7: parameters.welfareTaxDeduction.grossRateE7,
    maximumCents: limit.maximum,
    cadreRateE7,
    ceilingCents,
  };
}

/** The ceiling is a whole number of euros, so its percentages are whole cents. */
function limitCents(limit: WelfareLimit, ceilingCents: number): { readonly fixed: number; readonly maximum: number } {
  return {
    fixed: (ceilingCents * limit.ceilingPercent) / 100,
    maximum: (ceilingCents * limit.maximumCeilingPercent) / 100,
  };
}
