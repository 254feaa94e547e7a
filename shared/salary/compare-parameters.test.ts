import { describe, expect, it } from 'vitest';
import { compareParameters } from './compare-parameters.ts';
import { PARAMETERS_2025_01, PARAMETERS_2025_05 } from './parameters-2025.ts';
import { PARAMETERS_2026_01, PARAMETERS_2026_06 } from './parameters-2026.ts';
import type { PayrollParameters } from './payroll-parameters.ts';

const MINIMUM_WAGE = PARAMETERS_2026_01.minimumWageHourlyCents;

describe('compareParameters', () => {
  it('finds nothing between a version and itself', () => {
    expect(compareParameters(PARAMETERS_2026_01, { ...PARAMETERS_2026_01 })).toEqual([]);
  });

  it('lists the only value that changed in June 2026, with both sources', () => {
    expect(compareParameters(PARAMETERS_2026_01, PARAMETERS_2026_06)).toEqual([
      {
        path: 'minimumWageHourlyCents',
        unit: 'cents',
        older: 1202,
        newer: 1231,
        olderSource: { source: 'Décret n° 2025-1228 du 17 décembre 2025, art. 1', since: '2026-01-01' },
        newerSource: {
          source: 'Code du travail art. L3231-5 (relèvement automatique du 1er juin 2026)',
          since: '2026-06-01',
        },
      },
    ]);
  });

  it('lists what changed in May 2025: reduction, unemployment, the floor of the work-accident rate', () => {
    const changed = compareParameters(PARAMETERS_2025_01, PARAMETERS_2025_05).filter(
      ({ older, newer }) => older !== newer,
    );
    expect(changed.map(({ path, older, newer }) => [path, older, newer])).toEqual([
      ['reduction.deltaBelow50E4', 3194, 3193],
      ['reduction.deltaFrom50E4', 3234, 3233],
      ['contributions.employer.workAccident.rateE7', 46_000, 50_000],
      ['contributions.employer.unemployment.rateE7', 405_000, 400_000],
    ]);
  });

  it('shows what a version no longer has, and text that changed on a value that stayed', () => {
    const differences = compareParameters(PARAMETERS_2025_05, PARAMETERS_2026_01);
    const at = (path: string): unknown => differences.find((difference) => difference.path === path);
    expect(at('contributions.employer.health.reduced.rateE7')).toMatchObject({
      unit: 'rateE7',
      older: 700_000,
      newer: null,
      newerSource: null,
    });
    expect(at('reduction.kind')).toMatchObject({ unit: 'text', older: 'linear', newer: 'degressive' });
    expect(at('contributions.employer.workAccident.rateE7')).toMatchObject({ older: 50_000, newer: 50_000 });
    expect(at('contributions.employer.fnal.from50.rateE7')).toBeUndefined();
  });

  it('lists a value that only one version has, whichever it is, with the source of that one', () => {
    const { contributions } = PARAMETERS_2026_01;
    const [health] = contributions;
    const fewer = { ...PARAMETERS_2026_01, contributions: contributions.slice(1) };
    const source = { source: health?.source, since: health?.since };
    const path = 'contributions.employer.health.rateE7';
    const removed = compareParameters(PARAMETERS_2026_01, fewer).find((one) => one.path === path);
    expect(removed).toEqual({
      ...{ path, unit: 'rateE7', older: health?.rateE7, newer: null },
      ...{ olderSource: source, newerSource: null },
    });
    const added = compareParameters(fewer, PARAMETERS_2026_01).find((one) => one.path === path);
    expect(added).toMatchObject({ older: null, newer: health?.rateE7, olderSource: null, newerSource: source });
  });

  it.each<[string, Partial<PayrollParameters>]>([
    ['minimumWageHourlyCents', { minimumWageHourlyCents: { ...MINIMUM_WAGE, source: 'Autre' } }],
    ['minimumWageHourlyCents', { minimumWageHourlyCents: { ...MINIMUM_WAGE, since: '2026-01-02' } }],
    ['healthCover', { healthCover: { ...PARAMETERS_2026_01.healthCover, source: 'Autre' } }],
    ['healthCover', { healthCover: { ...PARAMETERS_2026_01.healthCover, since: '2026-01-02' } }],
    [
      'welfareExemption.ceilingPercent',
      { welfareExemption: { ...PARAMETERS_2026_01.welfareExemption, ceilingPercent: 7 } },
    ],
    [
      'welfareTaxDeduction.grossRateE7',
      { welfareTaxDeduction: { ...PARAMETERS_2026_01.welfareTaxDeduction, grossRateE7: 7 } },
    ],
    ['reduction.limitTenths', { reduction: { ...PARAMETERS_2026_01.reduction, limitTenths: 20 } }],
    [
      'contributions.employer.ceg.secondBase',
      {
        contributions: PARAMETERS_2026_01.contributions.map((one) =>
          one.code === 'ceg' && one.side === 'employer' ? { ...one, secondBase: 'all' } : one,
        ),
      },
    ],
    [
      'contributions.employer.health.base',
      {
        contributions: PARAMETERS_2026_01.contributions.map((one) =>
          one.code === 'health' ? { ...one, base: 'upToCeiling' } : one,
        ),
      },
    ],
  ])('finds another %s', (path, change) => {
    const found = compareParameters(PARAMETERS_2026_01, { ...PARAMETERS_2026_01, ...change });
    expect(found.map((difference) => difference.path)).toContain(path);
    if (path.endsWith('ase')) expect(found.find((one) => one.path === path)?.unit).toBe('text');
  });

  it('keeps a class below a headcount apart from the others', () => {
    const contributions = PARAMETERS_2026_01.contributions.map((one) =>
      one.code === 'vocationalTraining' && one.headcountBelow === 11 ? { ...one, rateE7: 1 } : one,
    );
    expect(compareParameters(PARAMETERS_2026_01, { ...PARAMETERS_2026_01, contributions })).toMatchObject([
      { path: 'contributions.employer.vocationalTraining.below11.rateE7', newer: 1 },
    ]);
  });

  it('keeps the headcount classes of a contribution apart', () => {
    const contributions = PARAMETERS_2026_06.contributions.map((one) =>
      one.code === 'fnal' && one.headcountFrom === 50 ? { ...one, rateE7: 60_000 } : one,
    );
    expect(compareParameters(PARAMETERS_2026_06, { ...PARAMETERS_2026_06, contributions })).toMatchObject([
      { path: 'contributions.employer.fnal.from50.rateE7', older: 50_000, newer: 60_000 },
    ]);
  });
});
