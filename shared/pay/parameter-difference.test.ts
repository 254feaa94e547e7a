import { describe, expect, it } from 'vitest';
import { makeActivity } from '../cooperative/rules.test-support.ts';
import { unwrap } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_ACTIVITY } from '../testing/sample-records.ts';
import { estimateAfter, withEstimates } from './estimated-parameters.ts';
import { parameterDifference } from './parameter-difference.ts';
import { createStatement } from './pay-request.ts';
import { BUILT_IN_VERSIONS } from './payroll-versions.ts';
import { yearBefore } from './year-before.ts';

const facts = {
  ...{ workingTime: { kind: 'none' } as const, headcount: 10, isCadre: false, atmpRatePpm: 11_000 },
  ...{ mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
};
const contract = { kind: 'cesa', startDate: '2025-01-01', weeklyMinutes: 2100, isCadre: false } as const;
const activity = makeActivity({ contract, openingDate: '2027-01-01' });
const [latest] = PAYROLL_PARAMETERS.slice(-1);
if (latest === undefined) throw new Error('Sillon comes with parameters');
const estimate = estimateAfter(latest);
const confirmed: PayrollParameters = { ...estimate, ruleVersion: 'salary-2027-01.c1' };
const wage = { value: 1260, source: 'Décret', since: '2027-01-01' };
/** Another minimum wage, ceiling and rate of the employee's capped old age. */
const changed: PayrollParameters = {
  ...confirmed,
  ...{ minimumWageHourlyCents: wage, reductionMinimumWageHourlyCents: wage },
  socialSecurityCeilingEuros: { value: 4110, source: 'Arrêté', since: '2027-01-01' },
  contributions: estimate.contributions.map((one) =>
    one.code === 'cappedOldAge' && one.side === 'employee' ? { ...one, rateE7: one.rateE7 + 10_000 } : one,
  ),
};
const after = (published: PayrollParameters) => withEstimates([...PAYROLL_PARAMETERS, published]);

type Pay = RecordOf<'salaryStatement'>;

/** A decided pay of a month after those before it, by these versions. */
function pay(period: string, grossCents: number, versions: readonly PayrollParameters[], before: readonly Pay[]): Pay {
  const { year } = unwrap(yearBefore(period, activity, { statements: before, versions }));
  const input = { ...facts, period, ...year };
  const computation = unwrap(computeFromGross(input, grossCents, versions));
  const asked = { input, computation, account: { balanceCents: 0, availableCents: 0 } };
  const fields = { activityId: SAMPLE_ACTIVITY, date: `${period}-26`, pay: asked };
  return { ...createStatement(sampleContext(), fields, hash), status: 'validated' };
}

function history(months: readonly (readonly [string, number, readonly PayrollParameters[]])[]): Pay[] {
  return months.reduce<Pay[]>((pays, [period, gross, versions]) => [...pays, pay(period, gross, versions, pays)], []);
}

const difference = (period: string, pays: readonly Pay[], published: PayrollParameters) =>
  unwrap(parameterDifference({ period, ruleVersion: published.ruleVersion }, pays, after(published)));
const costOf = (pays: readonly Pay[]) => pays.reduce((sum, { body }) => sum + body.totals.totalCostCents, 0);
const netOf = (pays: readonly Pay[]) => pays.reduce((sum, { body }) => sum + body.totals.netBeforeTaxCents, 0);

describe('the difference between estimated and published parameters', () => {
  const provisional = history([
    ['2027-01', 160_000, BUILT_IN_VERSIONS],
    ['2027-02', 450_000, BUILT_IN_VERSIONS],
  ]);

  it('is nothing before they are published, and nothing where every value was confirmed', () => {
    const waiting = { period: '2027-03', ruleVersion: estimate.ruleVersion };
    expect(parameterDifference(waiting, provisional, BUILT_IN_VERSIONS)).toEqual({ ok: true, value: undefined });
    expect(difference('2027-03', provisional, confirmed)).toBeUndefined();
  });

  it('brings the year to what it is under the published parameters, with what the next pay regularises', () => {
    const next = pay('2027-03', 200_000, after(changed), provisional);
    const found = difference('2027-03', provisional, changed);
    // The same year with the published parameters known from the start.
    const known = history(
      (['2027-01', '2027-02', '2027-03'] as const).map((month, index) => [
        month,
        [160_000, 450_000, 200_000][index] ?? 0,
        after(changed),
      ]),
    );
    expect(found?.employerCents).not.toBe(0);
    expect(found?.employeeCents).toBeGreaterThan(0);
    const lastReduction = (pays: readonly Pay[]) => pays.at(-1)?.body.totals.reductionCoefficientE4;
    expect(lastReduction([next])).toBe(lastReduction(known));
    expect(costOf([...provisional, next]) + (found?.employerCents ?? 0)).toBe(costOf(known));
    expect(netOf([...provisional, next]) - (found?.employeeCents ?? 0)).toBe(netOf(known));
    expect(found?.months.map(({ month, ruleVersion }) => [month, ruleVersion])).toEqual([
      ['2027-01', 'salary-2027-01.c1'],
      ['2027-02', 'salary-2027-01.c1'],
    ]);
  });

  it('is settled once, by the next pay, in whatever year it comes', () => {
    const next = pay('2027-03', 200_000, after(changed), provisional);
    expect(difference('2027-04', [...provisional, next], changed)).toBeUndefined();
    expect(difference('2028-02', provisional, changed)?.months).toHaveLength(2);
    // A pay that was refused settles nothing; one that waits will.
    expect(difference('2027-04', [...provisional, { ...next, status: 'refused' }], changed)?.months).toHaveLength(2);
    expect(difference('2027-04', [...provisional, { ...next, status: 'requested' }], changed)).toBeUndefined();
  });

  it('leaves out what waits or does not stand, and is nothing for a pay that is provisional itself', () => {
    const [january, february] = provisional;
    if (january === undefined || february === undefined) throw new Error('two pays');
    for (const status of ['requested', 'checked', 'refused', 'cancelled']) {
      const months = difference('2027-03', [january, { ...february, status }], changed)?.months;
      expect(months?.map(({ month }) => month)).toEqual(['2027-01']);
    }
    const itself = { period: '2027-03', ruleVersion: estimate.ruleVersion };
    expect(unwrap(parameterDifference(itself, provisional, after(changed)))).toBeUndefined();
    expect(difference('2027-02', provisional, changed)?.months).toHaveLength(1);
  });

  it('leaves out months that are estimated still', () => {
    // February is estimated by another version then.
    const january = { ...changed, until: '2027-01' };
    expect(difference('2027-03', provisional, january)?.months.map(({ month }) => month)).toEqual(['2027-01']);
    const february = { ...changed, from: '2027-02' };
    expect(difference('2027-03', provisional, february)?.months.map(({ month }) => month)).toEqual(['2027-02']);
  });
});
