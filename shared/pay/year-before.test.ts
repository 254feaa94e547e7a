import { describe, expect, it } from 'vitest';
import { makeActivity, makeCooperative } from '../cooperative/rules.test-support.ts';
import { unwrap } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { Contract } from '../records/contract.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import { CEILING_PARTS, WAGE_PARTS } from '../salary/month-measure.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import { firstBasisOf, payBasisOf } from './pay-input.ts';
import type { MadePay } from './pays-of-year.ts';
import { settleYear } from './year-settlement.ts';

const versions = PAYROLL_PARAMETERS;
const cesa: Contract = { kind: 'cesa', startDate: '2025-01-01', weeklyMinutes: 1050, isCadre: false };
const activity = makeActivity({ contract: cesa, openingDate: '2025-01-01' });
const cooperative = makeCooperative({});
const CEILING_2026 = 400_500 * CEILING_PARTS;

/** A pay of a month as it was made under the present rule, after `before`. */
function pay(period: string, grossCents: number, before: readonly MadePay[], settings = activity): MadePay {
  const { input } = basisOf(period, before, settings);
  return { status: 'paid', body: { input: { ...input, grossCents } } };
}

/** A pay as the first rule made it: hours of the contract, over the year where the cooperative counted it. */
function firstPay(
  period: string,
  grossCents: number,
  before: readonly MadePay[] = [],
  isYearRegularised = false,
): MadePay {
  const settings = makeCooperative({ isYearRegularised });
  const context = { statements: before, months: [], versions };
  const { input } = unwrap(firstBasisOf(activity, settings, period, context));
  return { status: 'paid', body: { input: { ...input, grossCents } } };
}

function basisOf(period: string, statements: readonly MadePay[], settings: ActivitySettingsBody = activity) {
  return unwrap(payBasisOf(settings, cooperative, period, { statements, months: [], versions }));
}

const costOf = (input: SalaryInput, grossCents: number): number =>
  unwrap(computeFromGross(input, grossCents, versions)).totals.totalCostCents;

describe('the year before a pay', () => {
  it('counts the ceiling of a month without pay, and nothing else of it', () => {
    const january = pay('2026-01', 200_000, []);
    expect(january.body.input).not.toHaveProperty('yearSoFar');
    const { input } = basisOf('2026-04', [january]);
    expect(input.yearSoFar).toMatchObject({ months: 1, grossCents: 200_000, ceilingParts: CEILING_2026 });
    expect(input.newlyCounted).toEqual({ months: 2, ceilingParts: 2 * CEILING_2026, wageParts: 0 });
    expect(basisOf('2026-04', []).input).not.toHaveProperty('yearSoFar');
    const april = pay('2026-04', 200_000, [january]);
    expect(basisOf('2026-05', [january, april]).input).toMatchObject({ yearSoFar: { months: 4 } });
    expect(basisOf('2026-05', [january, april]).input).not.toHaveProperty('newlyCounted');
  });

  it('gives back what was charged above the ceiling of one month, whenever the next pay comes', () => {
    const january = pay('2026-01', 600_000, []);
    const recorded = pay('2026-02', 0, [january]);
    const march = (statements: readonly MadePay[]) => costOf(basisOf('2026-03', statements).input, 100_000);
    const zero = costOf(recorded.body.input, 0) - costOf(basisOf('2026-01', []).input, 0);
    const cover = costOf(basisOf('2026-01', []).input, 0);
    expect(march([january])).toBe(march([january, recorded]) + zero + cover - cover);
  });

  it('begins with the contract, whole months by their days', () => {
    const entered = makeActivity({ contract: { ...cesa, startDate: '2026-03-11' }, openingDate: '2025-01-01' });
    expect(basisOf('2026-03', [], entered).input).toMatchObject({ employedDays: 21 });
    const { yearSoFar } = basisOf('2026-04', [pay('2026-03', 120_000, [], entered)], entered).input;
    // 4,005 × 21/31 = 2,713.06; the minimum wage of the month is 1,240.00.
    expect(yearSoFar).toMatchObject({
      ...{ months: 1, ceilingParts: 271_306 * CEILING_PARTS, wageParts: 124_000 * WAGE_PARTS },
    });
  });

  it('begins again with another contract, and goes on through an amendment', () => {
    const until = { ...cesa, endDate: '2026-03-31' };
    const [amended, again] = ['2026-04-01', '2026-04-02'].map((startDate) => ({ ...cesa, startDate }));
    const settled = (contract: Contract | undefined) =>
      makeActivity({ contract: contract ?? cesa, contracts: [until, contract ?? cesa], openingDate: '2025-01-01' });
    const january = pay('2026-01', 200_000, []);
    expect(basisOf('2026-05', [january], settled(amended)).input).toMatchObject({
      ...{ yearSoFar: { months: 1 }, newlyCounted: { months: 3 } },
    });
    const { input } = basisOf('2026-05', [january], settled(again));
    expect(input).not.toHaveProperty('yearSoFar');
    expect(input.newlyCounted?.months).toBe(1);
  });

  it('begins with the account where pays of before it are not known', () => {
    const opened = makeActivity({ contract: cesa, openingDate: '2026-03-20' });
    expect(basisOf('2026-05', [], opened).input.newlyCounted).toMatchObject({ months: 2 });
    expect(basisOf('2026-05', [pay('2026-02', 1, [], opened)], opened).input.newlyCounted).toMatchObject({ months: 2 });
  });

  it('refuses a pay before one that was made', () => {
    const context = { statements: [pay('2026-04', 200_000, [])], months: [], versions };
    expect(payBasisOf(activity, cooperative, '2026-03', context)).toMatchObject({
      error: { code: 'salary.laterPay', details: { month: '2026-04' } },
    });
  });

  it('names a month without parameters', () => {
    const context = { statements: [], months: [], versions: versions.filter(({ from }) => from > '2026-01') };
    expect(payBasisOf(activity, cooperative, '2026-06', context)).toMatchObject({
      error: { code: 'salary.noParameters' },
    });
  });
});

describe('months of the year that were paid otherwise', () => {
  const lawful = [pay('2026-01', 120_000, [])];
  lawful.push(pay('2026-02', 360_000, lawful));
  const costsOf = (pays: readonly MadePay[]): number =>
    pays.reduce((sum, { body: { input } }) => sum + costOf(input, input.grossCents), 0);
  const first = [firstPay('2026-01', 120_000)];
  first.push(firstPay('2026-02', 360_000, first));
  const overYear = [firstPay('2026-01', 120_000, [], true)];
  overYear.push(firstPay('2026-02', 360_000, overYear, true));

  it.each([
    // Each line of each month is rounded on its own.
    ['over the year', overYear, 10],
    // CET was due on single months: what it took of the others is given back (0.21 % of 1,200.00).
    ['month by month', first, 260],
  ])('under the first rule %s are settled by the next pay: the year ends where it would have', (_how, pays, cents) => {
    const basis = basisOf('2026-03', pays);
    const settled = unwrap(settleYear(basis, unwrap(computeFromGross(basis.input, 200_000, versions)), versions));
    const { input } = basisOf('2026-03', lawful);
    expect(settled?.employerCents).toBe(costOf(basis.input, 200_000) - costOf(input, 200_000));
    expect(Math.abs(settled?.employerCents ?? 0)).toBeGreaterThan(10_000);
    const [year, due] = [costsOf(pays) + costOf(basis.input, 200_000), costsOf(lawful) + costOf(input, 200_000)];
    expect(Math.abs(year - due)).toBeLessThanOrEqual(cents);
  });

  it('because a fact became known later are settled as well: an end of the contract before', () => {
    const entered = makeActivity({ contract: { ...cesa, startDate: '2026-02-15' }, openingDate: '2025-01-01' });
    const basis = basisOf('2026-03', [pay('2026-02', 300_000, [])], entered);
    expect(basis.lawfulYear).toBeDefined();
    expect(basis.input.newlyCounted?.ceilingParts).toBeLessThan(0);
  });

  it('have nothing to settle where all were paid as now', () => {
    const basis = basisOf('2026-03', lawful);
    expect(basis).not.toHaveProperty('lawfulYear');
    expect(settleYear(basis, unwrap(computeFromGross(basis.input, 200_000, versions)), versions)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('stay with the first rule until the January the cooperative chose, unless a pay of the year followed the present one', () => {
    const waiting = makeCooperative({ presentRuleFrom: '2027-01', isYearRegularised: true });
    const inputOf = (period: string, statements: readonly MadePay[]) =>
      unwrap(payBasisOf(activity, waiting, period, { statements, months: [], versions })).input;
    expect(inputOf('2026-03', first)).toMatchObject({ weeklyMinutes: 1050, yearToDate: { months: 2 } });
    expect(inputOf('2026-03', first)).not.toHaveProperty('workingTime');
    expect(inputOf('2026-03', [pay('2026-02', 120_000, [])])).toMatchObject({ workingTime: { kind: 'none' } });
  });
});
