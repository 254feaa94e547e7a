import { describe, expect, it } from 'vitest';
import { makeCooperative } from '../cooperative/rules.test-support.ts';
import { unwrap } from '../core/result.ts';
import type { Contract } from '../records/contract.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { sealOf } from '../records/seal.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import type { SalaryInput } from '../salary/salary-input.ts';
import { accumulateFirstYear } from '../salary/year-to-date.ts';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_ACTIVITY } from '../testing/sample-records.ts';
import { createAbroadPay } from './abroad-request.ts';
import { checkStatement } from './check-statement.ts';
import { checkPayUnderstood } from './check-understood.ts';
import { computeAbroadPay } from './compute-abroad-pay.ts';
import { isPay, isPayCounted, isWaitingPay, PAY_TYPES } from './counted-pay.ts';
import { firstYearBefore } from './first-year-before.ts';
import { fixedPartCostOf } from './fixed-part.ts';
import { payInputOf } from './pay-input.ts';
import { createStatement } from './pay-request.ts';

const context = sampleContext();
const versions = PAYROLL_PARAMETERS;
const facts: SalaryInput = {
  ...{ period: '2026-03', weeklyMinutes: 2100, headcount: 10, isCadre: false, atmpRatePpm: 11_000 },
  ...{ mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
};
const account = { balanceCents: 500_000, availableCents: 400_000 };

function ask(input: SalaryInput, grossCents = 200_000): RecordOf<'salaryStatement'> {
  const computation = unwrap(computeFromGross(input, grossCents, versions));
  const pay = { input, computation, account };
  return createStatement(context, { activityId: SAMPLE_ACTIVITY, date: '2026-03-26', pay }, hash);
}

describe('the statement of a pay that is asked', () => {
  const line = {
    ...{ code: 'x-med', label: 'Médecine', side: 'employer' as const, base: 'fixed' as const },
    ...{ rateE7: 0, amountCents: 900, isWelfare: false, source: 'AG', since: '2025-01-01' },
  };

  it('holds what it was made from, every figure, who asked and a seal over all of it', () => {
    const statement = ask({ ...facts, extraLines: [line] });
    const computed = unwrap(computeFromGross({ ...facts, extraLines: [line] }, 200_000, versions));
    const { body } = statement;
    expect(statement).toMatchObject({ type: 'salaryStatement', status: 'requested', date: '2026-03-26' });
    expect(body.input).toEqual({ ...facts, grossCents: 200_000, extraLines: [line] });
    expect(body.account).toEqual({ ...account, residueCents: 400_000 - computed.totals.totalCostCents });
    expect(body.totals).toEqual(computed.totals);
    expect(body.lines.map(({ code }) => code)).toEqual(computed.lines.map(({ code }) => code));
    for (const each of body.lines) {
      for (const word of ['source', 'since', 'label']) expect(each).not.toHaveProperty(word);
    }
    expect(body.history).toEqual([{ status: 'requested', at: expect.any(String) as string, by: 'lea.morvan' }]);
    expect(body.seal).toBe(sealOf(statement, hash));
  });

  it('names no lines and no year where there are none', () => {
    expect(Object.keys(ask(facts).body.input).toSorted()).toEqual([...Object.keys(facts), 'grossCents'].toSorted());
    const year = unwrap(firstYearBefore('2026-04', { statements: [ask(facts)], versions }));
    expect(ask({ ...facts, period: '2026-04', yearToDate: year }).body.input.yearToDate).toEqual(year);
  });

  it('must leave something to pay', () => {
    const statement = ask(facts);
    expect(checkStatement(statement)).toEqual({ ok: true, value: statement });
    const of = (netBeforeTaxCents: number) =>
      checkStatement({
        ...statement,
        body: { ...statement.body, totals: { ...statement.body.totals, netBeforeTaxCents } },
      });
    expect(of(1).ok).toBe(true);
    expect(of(0)).toMatchObject({ error: { code: 'salary.nothingToPay' } });
  });
});

describe('the pay abroad that is asked', () => {
  it('is budget, profile, lines and the account it was asked from, sealed', () => {
    const profile = {
      ...{ version: 'mg', country: 'MG', currency: 'MGA', from: '2025-01-01', source: 'CA' },
      lines: [{ code: 'a', label: 'A', base: 'fixed' as const, ratePpm: 0, amountMinor: 100, source: 'CA' }],
    };
    const pay = unwrap(computeAbroadPay(profile, '2026-03', 1000));
    const record = createAbroadPay(context, { activityId: SAMPLE_ACTIVITY, date: '2026-03-26', pay, account }, hash);
    expect(record).toMatchObject({
      ...{ type: 'abroadPay', status: 'requested', date: '2026-03-26', activityId: SAMPLE_ACTIVITY },
      body: {
        ...{ input: { period: '2026-03', budgetMinor: 1000, profile }, currency: 'MGA', paidMinor: 900 },
        account: { balanceMinor: 500_000, availableMinor: 400_000 },
        lines: [{ code: 'a', baseMinor: 100, ratePpm: 0, amountMinor: 100 }],
        history: [{ status: 'requested', by: 'lea.morvan' }],
      },
    });
    expect(record.body.seal).toBe(sealOf(record, hash));
  });

  it('may be nothing at all, and of a most', () => {
    const profile = {
      ...{ version: 'mg', country: 'MG', currency: 'MGA', from: '2025-01-01', source: 'CA' },
      lines: [],
    };
    expect(computeAbroadPay(profile, '2026-03', 0)).toMatchObject({ value: { paidMinor: 0 } });
    expect(computeAbroadPay(profile, '2026-03', 1_000_000_000_000).ok).toBe(true);
    expect(computeAbroadPay(profile, '2026-03', 1_000_000_000_001)).toMatchObject({
      error: { code: 'amount.tooLarge' },
    });
  });
});

describe('the year before a pay of the first rule', () => {
  const [january, february] = [ask({ ...facts, period: '2026-01' }), ask({ ...facts, period: '2026-02' }, 250_000)];
  const sum = [january, february].reduce<SalaryInput['yearToDate']>((year, { body: { input } }) => {
    const { grossCents, ...month } = input;
    return accumulateFirstYear(year, month, unwrap(computeFromGross(month, grossCents, versions)));
  }, undefined);
  const before = (period: string, ...statements: RecordOf<'salaryStatement'>[]) =>
    firstYearBefore(period, { statements, versions });

  it('is every pay that stands of the year, in the order of its months', () => {
    expect(before('2026-03', february, january)).toEqual({ ok: true, value: sum });
    const refused = { ...ask({ ...facts, period: '2026-02' }), status: 'refused' };
    const lastYear = ask({ ...facts, period: '2025-12' });
    expect(before('2026-03', lastYear, refused, january, february)).toEqual({ ok: true, value: sum });
  });

  it('is nothing before the first', () => {
    expect(before('2026-03')).toEqual({ ok: true, value: undefined });
    expect(before('2026-01', january), 'asked again').toEqual({ ok: true, value: undefined });
  });

  it('refuses a pay before one that was made: the last such month is named', () => {
    const march = ask(facts);
    for (const pays of [
      [february, march, january],
      [march, february, january],
    ]) {
      expect(before('2026-01', ...pays)).toMatchObject({
        error: { code: 'salary.laterPay', details: { month: '2026-03' } },
      });
    }
  });

  it('says what cannot be computed again', () => {
    expect(firstYearBefore('2026-03', { statements: [january], versions: [] }).ok).toBe(false);
  });

  it('belongs to the pay where the cooperative regularised, in months before the present rule', () => {
    const contract: Contract = { kind: 'cesa', startDate: '2025-01-01', weeklyMinutes: 2100, isCadre: false };
    const settings = {
      contract,
      payroll: { mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
    };
    const inputOf = (isYearRegularised: boolean, ...statements: RecordOf<'salaryStatement'>[]) =>
      payInputOf(
        settings as Parameters<typeof payInputOf>[0], // the members that a pay looks at
        makeCooperative({ isYearRegularised, presentRuleFrom: '2027-01' }),
        '2026-03',
        { statements, months: [], versions },
      );
    expect(unwrap(inputOf(true, january, february)).yearToDate).toEqual(sum);
    expect(unwrap(inputOf(true))).not.toHaveProperty('yearToDate');
    expect(unwrap(inputOf(false, january))).not.toHaveProperty('yearToDate');
    expect(inputOf(true, ask({ ...facts, period: '2026-04' }))).toMatchObject({ error: { code: 'salary.laterPay' } });
  });
});

describe('the fixed part of a contract', () => {
  const settings = (fixedGrossCents?: number): { contract: Contract } => ({
    contract: {
      ...{ kind: 'cesa', startDate: '2025-01-01', weeklyMinutes: 2100, isCadre: false },
      ...(fixedGrossCents === undefined ? {} : { fixedGrossCents }),
    },
  });
  const pay = ask(facts);
  const costOf = (grossCents: number) => unwrap(computeFromGross(facts, grossCents, versions)).totals.totalCostCents;

  it.each([
    ['below the pay', 150_000, costOf(150_000)],
    ['the whole pay', 200_000, costOf(200_000)],
    ['above it', 250_000, costOf(200_000)],
    ['none', undefined, 0],
    ['nothing', 0, 0],
  ])('%s', (_, fixedGrossCents, cents) => {
    expect(fixedPartCostOf(pay, settings(fixedGrossCents), versions)).toBe(cents);
  });

  it('is nothing where there is no contract, or no parameters to compute it with', () => {
    const ended = { contract: { ...settings(150_000).contract, endDate: '2025-12-31' } };
    expect(fixedPartCostOf(pay, ended, versions)).toBe(0);
    expect(fixedPartCostOf(pay, settings(150_000), [])).toBe(0);
  });
});

describe('which pays stand', () => {
  const pay = ask(facts);
  const as = (status: string): AnyRecord => ({ ...pay, status });

  it.each([
    ['requested', true, true],
    ['checked', true, true],
    ['validated', true, false],
    ['paid', true, false],
    ['refused', false, false],
    ['cancelled', false, false],
  ])('%s: counted %s, waiting %s', (status, isCounted, isWaiting) => {
    expect(isPayCounted(as(status))).toBe(isCounted);
    expect(isWaitingPay(as(status))).toBe(isWaiting);
  });

  it('a pay is one of two types', () => {
    expect([...PAY_TYPES].toSorted()).toEqual(['abroadPay', 'salaryStatement']);
    expect(isPay(pay)).toBe(true);
    expect(isPay({ ...pay, type: 'invoice' })).toBe(false);
    expect(isPay({ ...pay, type: 'laterPay' })).toBe(false);
    expect(isWaitingPay({ ...pay, type: 'invoice' })).toBe(false);
  });

  it('none goes on with figures that may lack something, but any may end', () => {
    expect(checkPayUnderstood(pay, true)).toMatchObject({ error: { code: 'book.incomplete' } });
    expect(checkPayUnderstood(pay, false).ok).toBe(true);
    for (const status of ['refused', 'cancelled']) expect(checkPayUnderstood(as(status), true).ok).toBe(true);
    expect(checkPayUnderstood({ ...pay, type: 'invoice' }, true).ok).toBe(true);
  });
});
