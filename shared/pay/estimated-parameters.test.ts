import { describe, expect, it } from 'vitest';
import { checkParameters } from '../salary/check-parameters.ts';
import { findPayrollParameters, PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import { PARAMETERS_2026_06 } from '../salary/parameters-2026.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { estimateAfter, isEstimate, withEstimates } from './estimated-parameters.ts';

const named = (ruleVersion: string, from: string, until: string): PayrollParameters => ({
  ...PARAMETERS_2026_06,
  ...{ ruleVersion, from, until },
});
const nameIn = (month: string, published: readonly PayrollParameters[]): string | undefined => {
  const found = findPayrollParameters(month, withEstimates(published));
  return found.ok ? found.value.ruleVersion : undefined;
};

describe('estimated parameters', () => {
  it('are a copy of the last known ones for the next calendar year, under a name that says so', () => {
    const estimate = estimateAfter(PARAMETERS_2026_06);
    const { ruleVersion, from, until, reductionMinimumWageHourlyCents, ...values } = estimate;
    expect([ruleVersion, from, until]).toEqual(['salary-2026-06.1 (estimation 2027-01)', '2027-01', '2027-12']);
    expect(PARAMETERS_2026_06).toMatchObject(values);
    // The law takes the minimum wage of 1 January.
    expect(reductionMinimumWageHourlyCents).toBe(PARAMETERS_2026_06.minimumWageHourlyCents);
    expect(checkParameters({ ...estimate, ruleVersion: 'salary-2027-01.c1' }).ok).toBe(true);
  });

  it('are told by their name, under which nothing can be published', () => {
    const { ruleVersion } = estimateAfter(PARAMETERS_2026_06);
    expect(PAYROLL_PARAMETERS.some((version) => isEstimate(version.ruleVersion))).toBe(false);
    expect(isEstimate(ruleVersion)).toBe(true);
    expect(checkParameters({ ...PARAMETERS_2026_06, ruleVersion })).toMatchObject({
      error: { details: { path: 'ruleVersion' } },
    });
  });

  it('hold every month of the next year and none after it', () => {
    expect(nameIn('2026-12', PAYROLL_PARAMETERS)).toBe('salary-2026-06.1');
    for (const month of ['2027-01', '2027-12']) {
      expect(nameIn(month, PAYROLL_PARAMETERS)).toBe('salary-2026-06.1 (estimation 2027-01)');
    }
    expect(nameIn('2028-01', PAYROLL_PARAMETERS)).toBeUndefined();
    expect(nameIn('2024-12', PAYROLL_PARAMETERS)).toBeUndefined();
  });

  it('give way to what is published for their months, are still there by name, and go on behind it', () => {
    const published = [...PAYROLL_PARAMETERS, named('salary-2027-01.c1', '2027-01', '2027-12')];
    expect(nameIn('2027-01', published)).toBe('salary-2027-01.c1');
    expect(nameIn('2028-01', published)).toBe('salary-2027-01.c1 (estimation 2028-01)');
    const names = withEstimates(published).map(({ ruleVersion }) => ruleVersion);
    expect(names).toContain('salary-2026-06.1 (estimation 2027-01)');
    expect(new Set(names).size).toBe(names.length);
  });

  it('are those of the version that stands for December, and of the last months known within a year', () => {
    const december = named('salary-2026-12.c1', '2026-12', '2026-12');
    expect(nameIn('2027-03', [...PAYROLL_PARAMETERS, december])).toBe('salary-2026-12.c1 (estimation 2027-01)');
    const half = named('salary-2027-01.c1', '2027-01', '2027-06');
    for (const published of [
      [...PAYROLL_PARAMETERS, half, december],
      [...PAYROLL_PARAMETERS, december, half],
    ]) {
      expect(nameIn('2027-06', published)).toBe('salary-2027-01.c1');
      expect(nameIn('2027-07', published)).toBe('salary-2027-01.c1 (estimation 2027-07)');
    }
  });
});
