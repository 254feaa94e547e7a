import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import { PARAMETERS_2026_06 } from '../salary/parameters-2026.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_ACTIVITY } from '../testing/sample-records.ts';
import { isEstimate, withEstimates } from './estimated-parameters.ts';
import { createStatement } from './pay-request.ts';
import { BUILT_IN_VERSIONS, listPayrollVersions, versionsFor } from './payroll-versions.ts';

describe('versions of the payroll parameters', () => {
  const version = (id: string, createdAt: string, status = 'published') => {
    const parameters = { ...PARAMETERS_2026_06, ruleVersion: id };
    return { id, createdAt, status, body: { parameters } } as unknown as RecordOf<'payrollVersion'>;
  };
  const published = (records: RecordOf<'payrollVersion'>[]) =>
    listPayrollVersions(records).filter(({ ruleVersion }) => !isEstimate(ruleVersion));
  const named = (...records: RecordOf<'payrollVersion'>[]) =>
    published(records)
      .slice(PAYROLL_PARAMETERS.length)
      .map(({ ruleVersion }) => ruleVersion);

  it('are those of Sillon, then those the cooperative published, oldest first', () => {
    expect(listPayrollVersions([])).toBe(BUILT_IN_VERSIONS);
    expect(listPayrollVersions([version('a', '1', 'withdrawn')])).toBe(BUILT_IN_VERSIONS);
    const all = [
      version('c', '2'),
      version('b', '1'),
      version('d', '2'),
      version('a', '3'),
      version('x', '0', 'draft'),
    ];
    expect(named(...all)).toEqual(['b', 'c', 'd', 'a']);
    expect(named(...all.toReversed())).toEqual(['b', 'c', 'd', 'a']);
    expect(published(all).slice(0, PAYROLL_PARAMETERS.length)).toEqual(PAYROLL_PARAMETERS);
  });

  it('a version comes after those that it replaces, whatever the clocks said', () => {
    const replacing = (id: string, createdAt: string, ...replaces: string[]) => {
      const { body, ...rest } = version(id, createdAt);
      return { ...rest, body: { ...body, replaces } };
    };
    const ahead = version('ahead', '2099');
    const right = replacing('right', '2026', 'ahead');
    const again = replacing('again', '2025', 'right');
    expect(named(again, right, ahead)).toEqual(['ahead', 'right', 'again']);
    // Two that each say to replace the other are both replaced by who replaces one of them.
    const ring = [replacing('x', '2099', 'y'), replacing('y', '2098', 'x', 'y')];
    expect(named(...ring, replacing('z', '2026', 'x'))).toEqual(['y', 'x', 'z']);
    // What is not published is replaced by nobody.
    expect(
      named(replacing('a', '2026', 'draft', 'nowhere'), version('draft', '2027', 'draft'), version('b', '2027')),
    ).toEqual(['a', 'b']);
  });

  it('a decided pay is computed by the version that it carries, a waiting one by the one in force', () => {
    const [june] = PAYROLL_PARAMETERS.slice(-1);
    if (june === undefined) throw new Error('Sillon comes with parameters');
    const versions = [...PAYROLL_PARAMETERS, { ...june, ruleVersion: 'salary-2026-06.c1' }];
    const input = {
      ...{ period: '2026-06', weeklyMinutes: 2100, headcount: 10, isCadre: false, atmpRatePpm: 11_000 },
      ...{ mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
    };
    const asked = {
      input,
      computation: unwrap(computeFromGross(input, 200_000)),
      account: { balanceCents: 5, availableCents: 4 },
    };
    const fields = { activityId: SAMPLE_ACTIVITY, date: '2026-06-26', pay: asked };
    const pay = createStatement(sampleContext(), fields, hash);
    const carrying = (status: string, ruleVersion: string, period = '2026-06') =>
      versionsFor(
        {
          ...pay,
          status,
          body: {
            ...pay.body,
            input: { ...pay.body.input, period },
            computation: { ...pay.body.computation, ruleVersion },
          },
        },
        versions,
      );
    expect(carrying('validated', june.ruleVersion)).toEqual([june]);
    expect(carrying('paid', june.ruleVersion)).toEqual([june]);
    for (const status of ['requested', 'checked']) expect(carrying(status, june.ruleVersion)).toBe(versions);
    expect(carrying('paid', 'salary-2019-01.x')).toBe(versions);
    expect(carrying('paid', june.ruleVersion, '2025-06')).toBe(versions);

    // Under an estimate, before it is published, as it was and with another value.
    const [estimate] = BUILT_IN_VERSIONS.filter(({ from }) => from === '2027-01');
    if (estimate === undefined) throw new Error('the next year is estimated');
    const confirmed = { ...structuredClone(estimate), ruleVersion: 'salary-2027-01.c1' };
    const ceiling = { ...estimate.socialSecurityCeilingEuros, value: 4100 };
    const other = { ...confirmed, socialSecurityCeilingEuros: ceiling };
    const underEstimate = (status: string, published: readonly PayrollParameters[], period = '2027-01') => {
      const known = withEstimates([...PAYROLL_PARAMETERS, ...published]);
      const input = { ...pay.body.input, period };
      const computation = { ...pay.body.computation, ruleVersion: estimate.ruleVersion };
      const found = versionsFor({ ...pay, status, body: { ...pay.body, input, computation } }, known);
      return found === known ? 'those in force' : found.map(({ ruleVersion }) => ruleVersion);
    };
    for (const published of [[], [confirmed], [other]]) {
      expect(underEstimate('validated', published)).toEqual([estimate.ruleVersion]);
    }
    expect(underEstimate('requested', [confirmed])).toEqual([estimate.ruleVersion]);
    expect(underEstimate('requested', [other])).toBe('those in force');
    // To the last of its months, whatever is published for those before and after them.
    const of = (month: string) => ({ ...other, from: month, until: month, ruleVersion: `salary-${month}.c1` });
    for (const period of ['2027-01', '2027-12']) {
      const published = [confirmed, of('2026-12'), of('2028-01')];
      expect(underEstimate('requested', published, period)).toEqual([estimate.ruleVersion]);
    }
  });
});
