import { describe, expect, it } from 'vitest';
import type { PayrollVersionBody } from '../records/payroll-version.ts';
import { createRecord } from '../records/write-record.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import { PARAMETERS_2026_06 } from '../salary/parameters-2026.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { checkPublication } from './check-publication.ts';
import { estimateAfter, withEstimates } from './estimated-parameters.ts';

const KNOWN = withEstimates(PAYROLL_PARAMETERS);
const OCTOBER: Partial<PayrollParameters> = { ruleVersion: 'salary-2026-10.c1', from: '2026-10', until: '2026-12' };
const ESTIMATE = estimateAfter(PARAMETERS_2026_06);
const NEXT_YEAR = { ...ESTIMATE, ruleVersion: 'salary-2027-01.c1' };

/** A version of parameters that differ in some from those of June 2026. */
function version(change: Partial<PayrollParameters>, status = 'published', confirms?: string) {
  const source = { source: 'Arrêté', date: '2026-12-20' };
  const body = {
    ...{ parameters: { ...PARAMETERS_2026_06, ...change }, reason: 'Relevé' },
    ...(confirms !== undefined && { confirms: { ruleVersion: confirms, ...source } }),
  } as unknown as PayrollVersionBody;
  const fields = { type: 'payrollVersion', activityId: 'cooperative', date: '2026-09-01' } as const;
  return createRecord(sampleContext('nadia'), { ...fields, status, body });
}

/** `ok`, or the code of the refusal and what it tells. */
function publish(after: ReturnType<typeof version>, known = KNOWN, before?: ReturnType<typeof version>): unknown {
  const checked = checkPublication(before, after, known);
  return checked.ok ? 'ok' : [checked.error.code, checked.error.details];
}

describe('a version of the payroll parameters is published', () => {
  it('when it can be computed with and has a name of its own', () => {
    expect(publish(version(OCTOBER))).toBe('ok');
    expect(publish(version(OCTOBER), [])).toBe('ok');
    expect(publish(version({ ...OCTOBER, until: '2026-09' }))).toEqual([
      'salary.invalidParameters',
      expect.objectContaining({ path: 'until' }),
    ]);
  });

  it('not under the name of one that is known, wherever that stands among the others', () => {
    const refused = ['salary.invalidParameters', { path: 'ruleVersion' }];
    for (const { ruleVersion } of PAYROLL_PARAMETERS) {
      expect(publish(version({ ruleVersion })), ruleVersion).toEqual(refused);
    }
    const draft = version({ ruleVersion: PARAMETERS_2026_06.ruleVersion }, 'draft');
    expect(publish(version({ ruleVersion: PARAMETERS_2026_06.ruleVersion }), KNOWN, draft)).toEqual(refused);
  });

  it('once: a draft may hold anything, and what was published stays as it is', () => {
    const taken = { ruleVersion: PARAMETERS_2026_06.ruleVersion };
    expect(publish(version(taken, 'draft'))).toBe('ok');
    expect(publish(version(taken, 'voided'), KNOWN, version(taken, 'draft'))).toBe('ok');
    expect(publish(version(taken), KNOWN, version(taken))).toBe('ok');
  });
});

describe('an estimate is confirmed', () => {
  it('by what is the same for the same months', () => {
    expect(publish(version(NEXT_YEAR, 'published', ESTIMATE.ruleVersion))).toBe('ok');
  });

  it('by parameters that can be computed with, as every publication', () => {
    const misnamed = { ...NEXT_YEAR, ruleVersion: 'salary-2027-02.c1' };
    expect(publish(version(misnamed, 'published', ESTIMATE.ruleVersion))).toEqual([
      'salary.invalidParameters',
      expect.objectContaining({ path: 'ruleVersion' }),
    ]);
  });

  it.each<[string, Partial<PayrollParameters>, string]>([
    [
      'by another value',
      { ...NEXT_YEAR, minimumWageHourlyCents: { ...NEXT_YEAR.minimumWageHourlyCents, value: 1300 } },
      ESTIMATE.ruleVersion,
    ],
    ['by a part of its months', { ...NEXT_YEAR, until: '2027-11' }, ESTIMATE.ruleVersion],
    ['under the name of another', NEXT_YEAR, 'salary-2026-06.c9 (estimation 2027-01)'],
    [
      'where there is none',
      { ...NEXT_YEAR, from: '2028-01', until: '2028-12', ruleVersion: 'salary-2028-01.c1' },
      ESTIMATE.ruleVersion,
    ],
  ])('not %s', (_, change, confirms) => {
    expect(publish(version(change, 'published', confirms))).toEqual(['salary.notTheEstimate', undefined]);
  });

  /** Parameters that somebody published for one month. */
  const of = (month: string) => ({ ...NEXT_YEAR, from: month, until: month, ruleVersion: `salary-${month}.c9` });
  const confirming = version(NEXT_YEAR, 'published', ESTIMATE.ruleVersion);

  it('not when somebody published any month of it, from its first to its last', () => {
    for (const month of ['2027-01', '2027-06', '2027-12']) {
      const known = withEstimates([...PAYROLL_PARAMETERS, of(month)]);
      expect(publish(confirming, known), month).toEqual(['salary.yearPublished', { version: `salary-${month}.c9` }]);
    }
  });

  it('also when only the months around it are published', () => {
    const known = withEstimates([...PAYROLL_PARAMETERS, of('2026-11'), of('2028-01')]);
    expect(publish(confirming, known)).toBe('ok');
  });
});
