import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { isMonth, lastDay } from '../time/month.ts';
import { isPlainDate } from '../time/plain-date.ts';
import type { ContributionParameter, LegalSource, PayrollParameters } from './payroll-parameters.ts';
import { BASE_INDEX } from './salary-bases.ts';
import { RATE_E7 } from './salary-line.ts';

const RULE_VERSION = /^salary-\d{4}-\d{2}\.[a-z0-9-]{1,20}$/;

/** Values outside these are a mistake of typing, in the unit of the value. */
const SANE = {
  socialSecurityCeilingEuros: [1000, 20_000],
  minimumWageHourlyCents: [500, 10_000],
  reductionMinimumWageHourlyCents: [500, 10_000],
  cadreWelfareRateE7: [0, RATE_E7 / 10],
} as const;

const SANE_RATE_E7 = RATE_E7 / 2;

/** Contributions without which a pay is not French payroll at all. */
const NEEDED = ['health', 'cappedOldAge', 'uncappedOldAge', 'familyAllowances', 'workAccident', 'csgDeductible'];

/**
 * Checks a version of the parameters before it is published: months of one calendar year in their order, dates that are not
 * after the last day of the version, sources, integers within what such a value can be, no contribution twice for one
 * headcount, none of the main contributions forgotten.
 * Error: `salary.invalidParameters` with `path`, for example `contributions.employer.health.rateE7`.
 */
export function checkParameters(parameters: PayrollParameters): Result<PayrollParameters> {
  const path =
    findWrongPeriod(parameters) ??
    findWrongValue(parameters) ??
    findWrongLimits(parameters) ??
    findWrongContribution(parameters) ??
    findOverlap(parameters.contributions);
  if (path === undefined) return ok(parameters);
  return fail(appError('salary.invalidParameters', `payroll parameters refused: ${path}`, { path }));
}

function findWrongPeriod({ from, until, ruleVersion }: PayrollParameters): string | undefined {
  if (!isMonth(from)) return 'from';
  // A year has one ceiling and one regularisation: a version that passes its end would compute with the wrong year.
  if (!isMonth(until) || until < from || until.slice(0, 4) !== from.slice(0, 4)) return 'until';
  return RULE_VERSION.test(ruleVersion) && ruleVersion.startsWith(`salary-${from}.`) ? undefined : 'ruleVersion';
}

function findWrongValue(parameters: PayrollParameters): string | undefined {
  for (const member of [
    'socialSecurityCeilingEuros',
    'minimumWageHourlyCents',
    'reductionMinimumWageHourlyCents',
    'cadreWelfareRateE7',
  ] as const) {
    const [min, max] = SANE[member];
    if (!isWithin(parameters[member].value, min, max)) return `${member}.value`;
    const wrong = findWrongSource(parameters[member], parameters);
    if (wrong !== undefined) return `${member}.${wrong}`;
  }
  const wrong = findWrongSource(parameters.healthCover, parameters);
  return wrong === undefined ? undefined : `healthCover.${wrong}`;
}

function findWrongLimits(parameters: PayrollParameters): string | undefined {
  for (const member of ['welfareExemption', 'welfareTaxDeduction'] as const) {
    const { ceilingPercent, grossRateE7, maximumCeilingPercent } = parameters[member];
    if (!isWithin(ceilingPercent, 0, 100)) return `${member}.ceilingPercent`;
    if (!isWithin(grossRateE7, 0, SANE_RATE_E7)) return `${member}.grossRateE7`;
    if (!isWithin(maximumCeilingPercent, ceilingPercent, 100)) return `${member}.maximumCeilingPercent`;
    const wrong = findWrongSource(parameters[member], parameters);
    if (wrong !== undefined) return `${member}.${wrong}`;
  }
  const { kind, limitTenths, minimumE4, deltaBelow50E4, deltaFrom50E4 } = parameters.reduction;
  if (!['linear', 'degressive'].includes(kind)) return 'reduction.kind';
  if (!isWithin(limitTenths, 11, 100)) return 'reduction.limitTenths';
  if (!isWithin(minimumE4, 0, 5000)) return 'reduction.minimumE4';
  if (!isWithin(deltaBelow50E4, 0, 5000)) return 'reduction.deltaBelow50E4';
  if (!isWithin(deltaFrom50E4, 0, 5000)) return 'reduction.deltaFrom50E4';
  const wrong = findWrongSource(parameters.reduction, parameters);
  return wrong === undefined ? undefined : `reduction.${wrong}`;
}

function findWrongContribution(parameters: PayrollParameters): string | undefined {
  for (const contribution of parameters.contributions) {
    const wrong = findWrongMember(contribution) ?? findWrongSource(contribution, parameters);
    const wrongReduced = contribution.reduced && findWrongSource(contribution.reduced, parameters);
    const path = wrong ?? (wrongReduced === undefined ? undefined : `reduced.${wrongReduced}`);
    if (path !== undefined) return `contributions.${contribution.side}.${contribution.code}.${path}`;
  }
  const missing = NEEDED.find((code) => !parameters.contributions.some((contribution) => contribution.code === code));
  return missing === undefined ? undefined : `contributions.${missing}`;
}

function findWrongMember(contribution: ContributionParameter): string | undefined {
  const { side, base, rateE7, secondBase, secondRateE7, reduced, headcountFrom = 1, headcountBelow } = contribution;
  if (!['employer', 'employee'].includes(side)) return 'side';
  if (!(base in BASE_INDEX)) return 'base';
  if (!isWithin(rateE7, 0, SANE_RATE_E7)) return 'rateE7';
  if ((secondBase === undefined) !== (secondRateE7 === undefined)) return 'secondBase';
  if (secondBase !== undefined && !(secondBase in BASE_INDEX)) return 'secondBase';
  if (secondRateE7 !== undefined && !isWithin(secondRateE7, 0, SANE_RATE_E7)) return 'secondRateE7';
  // A line has two slices: the year that gains or loses a reduced rate needs the second one.
  if (reduced !== undefined && (secondBase !== undefined || base !== 'all')) return 'reduced';
  // The cost must not fall when the gross rises: a reduced rate is never above the full one.
  if (reduced !== undefined && !isWithin(reduced.rateE7, 0, rateE7)) return 'reduced.rateE7';
  if (reduced !== undefined && !isWithin(reduced.belowMinimumWagePercent, 1, 1000)) {
    return 'reduced.belowMinimumWagePercent';
  }
  if (!isWithin(headcountFrom, 1, 1_000_000)) return 'headcountFrom';
  if (headcountBelow !== undefined && !isWithin(headcountBelow, headcountFrom + 1, 1_000_000)) return 'headcountBelow';
  return undefined;
}

/** The same code on the same side twice, for one headcount. */
function findOverlap(contributions: readonly ContributionParameter[]): string | undefined {
  for (const [index, one] of contributions.entries()) {
    const twin = contributions
      .slice(index + 1)
      .find((other) => other.code === one.code && other.side === one.side && canMeet(one, other));
    if (twin !== undefined) return `contributions.${one.side}.${one.code}`;
  }
  return undefined;
}

function canMeet(one: ContributionParameter, other: ContributionParameter): boolean {
  const below = Math.min(one.headcountBelow ?? Infinity, other.headcountBelow ?? Infinity);
  return Math.max(one.headcountFrom ?? 1, other.headcountFrom ?? 1) < below;
}

function findWrongSource({ source, since }: LegalSource, { until }: PayrollParameters): string | undefined {
  if (typeof source !== 'string' || source.trim().length === 0) return 'source';
  return typeof since === 'string' && isPlainDate(since) && since <= lastDay(until) ? undefined : 'since';
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}
