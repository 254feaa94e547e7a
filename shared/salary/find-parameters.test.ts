import { describe, expect, it } from 'vitest';
import { addMonths } from '../time/month.ts';
import { isPlainDate } from '../time/plain-date.ts';
import { findPayrollParameters, PAYROLL_PARAMETERS } from './find-parameters.ts';
import { PARAMETERS_2026_06 } from './parameters-2026.ts';

describe('findPayrollParameters', () => {
  it.each([
    ['2025-01', '2025-01'],
    ['2025-04', '2025-01'],
    ['2025-05', '2025-05'],
    ['2025-12', '2025-05'],
    ['2026-01', '2026-01'],
    ['2026-05', '2026-01'],
    ['2026-06', '2026-06'],
    ['2026-12', '2026-06'],
  ])('finds for %s the version of %s', (period, from) => {
    expect(findPayrollParameters(period)).toMatchObject({ ok: true, value: { from, ruleVersion: `salary-${from}.1` } });
  });

  it.each(['2024-12', '2027-01', '1999-06'])('refuses %s instead of taking a neighbouring year', (period) => {
    expect(findPayrollParameters(period)).toMatchObject({
      ok: false,
      error: { code: 'salary.noParameters', details: { period } },
    });
  });

  it('takes a version published later over the one that came with the application', () => {
    const published = { ...PARAMETERS_2026_06, from: '2026-09', ruleVersion: 'salary-2026-09.1' };
    const versions = [...PAYROLL_PARAMETERS, published];
    expect(findPayrollParameters('2026-08', versions)).toMatchObject({ value: { ruleVersion: 'salary-2026-06.1' } });
    expect(findPayrollParameters('2026-10', versions)).toMatchObject({ value: { ruleVersion: 'salary-2026-09.1' } });
  });
});

describe('the parameters that come with the application', () => {
  it('follow each other without gap or overlap', () => {
    for (const [index, version] of PAYROLL_PARAMETERS.entries()) {
      expect(version.from <= version.until).toBe(true);
      const next = PAYROLL_PARAMETERS[index + 1];
      if (next) expect(next.from).toBe(addMonths(version.until, 1));
    }
  });

  it.each(PAYROLL_PARAMETERS)(
    '$ruleVersion: every value has a source and a date that is not after its first month',
    (version) => {
      const dated = [
        version.socialSecurityCeilingEuros,
        version.minimumWageHourlyCents,
        version.reductionMinimumWageHourlyCents,
        version.cadreWelfareRateE7,
        version.welfareExemption,
        version.welfareTaxDeduction,
        version.healthCover,
        version.reduction,
        ...version.contributions,
        ...version.contributions.flatMap((contribution) => (contribution.reduced ? [contribution.reduced] : [])),
      ];
      for (const { source, since } of dated) {
        expect(source.length).toBeGreaterThan(8);
        expect(isPlainDate(since)).toBe(true);
        expect(since.slice(0, 7) <= version.from).toBe(true);
      }
    },
  );

  it.each(PAYROLL_PARAMETERS)('$ruleVersion: whole euros for the ceiling, integer rates', (version) => {
    expect(Number.isInteger(version.socialSecurityCeilingEuros.value)).toBe(true);
    for (const { rateE7, secondRateE7, reduced } of version.contributions) {
      for (const rate of [rateE7, secondRateE7 ?? 0, reduced?.rateE7 ?? 0]) expect(Number.isInteger(rate)).toBe(true);
    }
  });
});
