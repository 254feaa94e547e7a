import { describe, expect, it } from 'vitest';
import { checkParameters } from './check-parameters.ts';
import { PAYROLL_PARAMETERS } from './find-parameters.ts';
import { PARAMETERS_2025_05 } from './parameters-2025.ts';
import { PARAMETERS_2026_01 } from './parameters-2026.ts';
import type { ContributionParameter, PayrollParameters } from './payroll-parameters.ts';

function withContribution(code: string, changes: Partial<ContributionParameter>): readonly ContributionParameter[] {
  return PARAMETERS_2026_01.contributions.map((one) =>
    one.code === code && one.side === 'employer' ? { ...one, ...changes } : one,
  );
}

describe('checkParameters', () => {
  it.each(PAYROLL_PARAMETERS)('accepts $ruleVersion', (version) => {
    expect(checkParameters(version)).toEqual({ ok: true, value: version });
  });

  it('accepts a later version of the cooperative, within the year', () => {
    const later = { ...PARAMETERS_2026_01, from: '2026-10', until: '2026-12', ruleVersion: 'salary-2026-10.coop' };
    expect(checkParameters(later).ok).toBe(true);
  });

  const { reduction, contributions, healthCover, welfareExemption, welfareTaxDeduction } = PARAMETERS_2026_01;
  const health = contributions[0];
  const refusals: readonly (readonly [path: string, changes: Partial<PayrollParameters>])[] = [
    ['from', { from: '2026-00' }],
    ['until', { until: '2027-01' }],
    ['until', { until: '2025-12' }],
    ['until', { until: '2026-13' }],
    ['until', { from: '2026-06', until: '2026-05', ruleVersion: 'salary-2026-06.1' }],
    ['ruleVersion', { ruleVersion: 'salary-2026-02.1' }],
    ['ruleVersion', { ruleVersion: 'salary-2026-01.' }],
    ['ruleVersion', { ruleVersion: 'salary-2026-01.Mai' }],
    ['ruleVersion', { ruleVersion: 'salary-2026-01.a-name-of-twenty-one-x' }],
    ['minimumWageHourlyCents.source', { minimumWageHourlyCents: { ...wage(1202), source: undefined as never } }],
    ['minimumWageHourlyCents.since', { minimumWageHourlyCents: { ...wage(1202), since: undefined as never } }],
    ['healthCover.source', { healthCover: { ...healthCover, source: '' } }],
    ['healthCover.since', { healthCover: { ...healthCover, since: 'mai' } }],
    ['welfareExemption.ceilingPercent', { welfareExemption: { ...welfareExemption, ceilingPercent: -1 } }],
    ['welfareTaxDeduction.grossRateE7', { welfareTaxDeduction: { ...welfareTaxDeduction, grossRateE7: 5_000_001 } }],
    ['welfareTaxDeduction.source', { welfareTaxDeduction: { ...welfareTaxDeduction, source: '' } }],
    ['reduction.kind', { reduction: { ...reduction, kind: 'steep' as never } }],
    ['reduction.minimumE4', { reduction: { ...reduction, minimumE4: -1 } }],
    ['reduction.deltaBelow50E4', { reduction: { ...reduction, deltaBelow50E4: 5001 } }],
    ['reduction.since', { reduction: { ...reduction, since: '2027-01-01' } }],
    ['contributions.employer.health.base', { contributions: withContribution('health', { base: 'net' as never }) }],
    [
      'contributions.employer.ceg.secondBase',
      { contributions: withContribution('ceg', { secondBase: 'net' as never, secondRateE7: 1 }) },
    ],
    ['contributions.employer.ceg.secondRateE7', { contributions: withContribution('ceg', { secondRateE7: -1 }) }],
    [
      'contributions.employer.health.reduced',
      { contributions: withContribution('health', { base: 'upToCeiling', reduced: reducedRate(1, '2026-01-01') }) },
    ],
    [
      'contributions.employer.health.reduced',
      {
        contributions: withContribution('health', {
          ...{ secondBase: 'all', secondRateE7: 1 },
          reduced: reducedRate(1, '2026-01-01'),
        }),
      },
    ],
    [
      'contributions.employer.health.reduced.belowMinimumWagePercent',
      {
        contributions: withContribution('health', {
          reduced: { ...reducedRate(1, '2026-01-01'), belowMinimumWagePercent: 1001 },
        }),
      },
    ],
    ['contributions.employer.fnal.headcountFrom', { contributions: withContribution('fnal', { headcountFrom: 0 }) }],
    [
      'contributions.both.health.side',
      { contributions: contributions.map((one) => (one === health ? { ...one, side: 'both' as never } : one)) },
    ],
    ['socialSecurityCeilingEuros.value', { socialSecurityCeilingEuros: wage(400_500) }],
    ['minimumWageHourlyCents.value', { minimumWageHourlyCents: wage(12.02) }],
    ['minimumWageHourlyCents.source', { minimumWageHourlyCents: { ...wage(1202), source: ' ' } }],
    ['minimumWageHourlyCents.since', { minimumWageHourlyCents: { ...wage(1202), since: '2026-02-30' } }],
    ['minimumWageHourlyCents.since', { minimumWageHourlyCents: { ...wage(1202), since: '2026-06-01' } }],
    ['cadreWelfareRateE7.value', { cadreWelfareRateE7: wage(1_500_000) }],
    [
      'welfareExemption.maximumCeilingPercent',
      { welfareExemption: { ...PARAMETERS_2026_01.welfareExemption, maximumCeilingPercent: 5 } },
    ],
    ['reduction.limitTenths', { reduction: { ...reduction, limitTenths: 10 } }],
    ['reduction.deltaFrom50E4', { reduction: { ...reduction, deltaFrom50E4: Number.NaN } }],
    ['contributions.health', { contributions: contributions.filter(({ code }) => code !== 'health') }],
    ['contributions.employer.health', { contributions: health ? [...contributions, health] : [] }],
    ['contributions.employer.health.rateE7', { contributions: withContribution('health', { rateE7: 13_000_000 }) }],
    ['contributions.employer.health.since', { contributions: withContribution('health', { since: '2027-01-01' }) }],
    [
      'contributions.employer.fnal',
      { contributions: withContribution('fnal', { headcountBelow: 60, headcountFrom: 1 }) },
    ],
    ['contributions.employer.peec.headcountBelow', { contributions: withContribution('peec', { headcountBelow: 50 }) }],
    ['contributions.employer.ceg.secondBase', { contributions: withoutSecondBase() }],
    [
      'contributions.employer.health.reduced.rateE7',
      { contributions: withContribution('health', { reduced: reducedRate(1_400_000, '2026-01-01') }) },
    ],
    [
      'contributions.employer.health.reduced.since',
      { contributions: withContribution('health', { reduced: reducedRate(700_000, 'mai') }) },
    ],
    [
      'contributions.employer.ceg.reduced',
      { contributions: withContribution('ceg', { reduced: reducedRate(100_000, '2026-01-01') }) },
    ],
  ];

  it.each(refusals)('refuses %s', (path, changes) => {
    expect(checkParameters({ ...PARAMETERS_2026_01, ...changes })).toMatchObject({
      ok: false,
      error: { code: 'salary.invalidParameters', details: { path } },
    });
  });

  it('accepts values at their very limits', () => {
    const limits: Partial<PayrollParameters> = {
      ...{ until: '2026-01', cadreWelfareRateE7: wage(1_000_000) },
      minimumWageHourlyCents: { ...wage(10_000), since: '2026-01-31' },
      welfareExemption: {
        ...welfareExemption,
        ceilingPercent: 100,
        grossRateE7: 5_000_000,
        maximumCeilingPercent: 100,
      },
      reduction: { ...reduction, limitTenths: 100, minimumE4: 5000, deltaBelow50E4: 0, deltaFrom50E4: 5000 },
      contributions: withContribution('health', {
        reduced: { ...reducedRate(health?.rateE7 ?? 0, '2026-01-31'), belowMinimumWagePercent: 1000 },
      }),
    };
    expect(checkParameters({ ...PARAMETERS_2026_01, ...limits })).toMatchObject({ ok: true });
  });

  it('refuses a version of May 2025 that runs into 2026', () => {
    expect(checkParameters({ ...PARAMETERS_2025_05, until: '2026-01' })).toMatchObject({
      error: { details: { path: 'until' } },
    });
  });
});

function wage(value: number): PayrollParameters['minimumWageHourlyCents'] {
  return { value, source: 'Décret', since: '2026-01-01' };
}

function reducedRate(rateE7: number, since: string): NonNullable<ContributionParameter['reduced']> {
  return { rateE7, belowMinimumWagePercent: 225, source: 'CSS art. L241-2-1', since };
}

function withoutSecondBase(): readonly ContributionParameter[] {
  return PARAMETERS_2026_01.contributions.map((one) => {
    if (one.code !== 'ceg') return one;
    const { secondBase, ...rest } = one;
    return secondBase === undefined ? one : rest;
  });
}
