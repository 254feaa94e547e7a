import { describe, expect, it } from 'vitest';
import { compareParameters } from './compare-parameters.ts';
import { PARAMETERS_2025_01, PARAMETERS_2025_05 } from './parameters-2025.ts';
import { PARAMETERS_2026_01, PARAMETERS_2026_06 } from './parameters-2026.ts';

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

  it('keeps the headcount classes of a contribution apart', () => {
    const contributions = PARAMETERS_2026_06.contributions.map((one) =>
      one.code === 'fnal' && one.headcountFrom === 50 ? { ...one, rateE7: 60_000 } : one,
    );
    expect(compareParameters(PARAMETERS_2026_06, { ...PARAMETERS_2026_06, contributions })).toMatchObject([
      { path: 'contributions.employer.fnal.from50.rateE7', older: 50_000, newer: 60_000 },
    ]);
  });
});
