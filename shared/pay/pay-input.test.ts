import { describe, expect, it } from 'vitest';
import { makeActivity, makeCooperative } from '../cooperative/rules.test-support.ts';
import { unwrap } from '../core/result.ts';
import type { Benefit } from '../records/benefit.ts';
import type { Contract } from '../records/contract.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import { benefitFactsOf } from './benefit-facts.ts';
import { benefitLines } from './benefit-lines.ts';
import { grantedBenefits } from './granted-benefits.ts';
import { payFactsOf, payInputOf } from './pay-input.ts';

const cesa: Contract = { kind: 'cesa', startDate: '2025-01-15', weeklyMinutes: 1800, isCadre: true };
const activity = makeActivity({ contract: cesa });
const none = { statements: [], months: [], versions: PAYROLL_PARAMETERS };
const NOTHING = { employerCents: 0, employeeCents: 0, grossRatePpm: 0 };
const benefit = (change: Partial<Benefit>): Benefit => ({
  ...{ code: 'b', kind: 'mealVouchers', label: 'Titres', from: '2025-01-01', source: 'AG', steps: [NOTHING] },
  ...change,
});

describe('the facts of a pay', () => {
  it('come from the contract, the member’s settings and the cooperative', () => {
    expect(payFactsOf(activity, makeCooperative(), '2026-03', none)).toEqual({
      ok: true,
      value: {
        ...{ period: '2026-03', workingTime: { kind: 'none' }, headcount: 10, isCadre: true, atmpRatePpm: 11_000 },
        ...{ mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
      },
    });
  });

  it('are those of the last day of the month', () => {
    const employerFacts = [
      { from: '2026-03-31', headcount: 12, atmpRatePpm: 1 },
      { from: '2026-04-01', headcount: 13, atmpRatePpm: 1 },
      { from: '2026-01-01', headcount: 11, atmpRatePpm: 1 },
    ];
    const headcountIn = (period: string) =>
      unwrap(payFactsOf(activity, makeCooperative({ employerFacts }), period, none)).headcount;
    expect(['2026-01', '2026-02', '2026-03', '2026-04'].map(headcountIn)).toEqual([11, 11, 12, 13]);
  });

  it('bring the lines of the cooperative and those of its benefits', () => {
    const line = {
      ...{ code: 'x-med', label: 'Médecine', side: 'employer' as const, base: 'fixed' as const },
      ...{ rateE7: 0, amountCents: 900, isWelfare: false, source: 'AG', since: '2025-01-01' },
    };
    const cooperative = makeCooperative({
      extraPayLines: [
        { from: '2025-01-01', lines: [] },
        { from: '2026-01-01', lines: [line] },
      ],
      benefits: [
        benefit({ steps: [{ ...NOTHING, employerCents: 5000 }] }),
        benefit({ code: 'c', kind: 'healthCover', steps: [{ ...NOTHING, sharePpm: 700_000 }] }),
      ],
    });
    const facts = unwrap(payFactsOf(activity, cooperative, '2026-03', none));
    expect(facts.extraLines?.map(({ code }) => code)).toEqual(['x-med', 'x-b']);
    expect(facts.mutuelleEmployerSharePpm).toBe(700_000);
  });

  it.each([
    ['a CAPE', makeActivity(), makeCooperative(), 'salary.notPayable'],
    ['nobody yet', activity, makeCooperative(), 'contract.none'],
    ['an employer of whom nothing is known', activity, makeCooperative({ employerFacts: [] }), 'salary.noContract'],
  ])('are none for %s', (who, settings, cooperative, code) => {
    const period = who === 'nobody yet' ? '2024-12' : '2026-03';
    expect(payFactsOf(settings, cooperative, period, none)).toMatchObject({ ok: false, error: { code } });
    expect(
      payInputOf(settings, makeCooperative({ ...cooperative, isYearRegularised: true }), period, none),
    ).toMatchObject({ error: { code } });
  });

  it('name the month without employer facts', () => {
    expect(payFactsOf(activity, makeCooperative({ employerFacts: [] }), '2026-03', none)).toMatchObject({
      error: { details: { period: '2026-03' } },
    });
  });
});

describe('what the steps of benefits look at', () => {
  const months = [
    { month: '2025-02', collectedCents: 1 },
    { month: '2025-03', collectedCents: 10 },
    { month: '2026-02', collectedCents: 100 },
    { month: '2026-03', collectedCents: 1000 },
  ];

  it('the turnover of the twelve months before, without the month itself', () => {
    expect(benefitFactsOf(activity, cesa, '2026-03', { months })).toEqual({
      ...{ period: '2026-03', status: 'cesa', seniorityMonths: 14, turnoverCents: 110 },
    });
  });

  it.each([
    ['2025-01-01', '2025-01', 0],
    ['2025-01-01', '2025-02', 1],
    ['2025-01-28', '2025-02', 1],
    ['2025-01-29', '2025-02', 0],
    ['2025-01-31', '2025-03', 2],
    ['2025-05-01', '2025-03', 0],
  ])('whole months from %s to the end of %s: %i', (startDate, period, seniorityMonths) => {
    const contract = { ...cesa, startDate };
    expect(benefitFactsOf({ contract }, contract, period, { months: [] }).seniorityMonths).toBe(seniorityMonths);
  });

  it('the first contract of all, whatever came after it', () => {
    const first: Contract = { ...cesa, kind: 'cape', startDate: '2024-03-01', endDate: '2025-01-14' };
    const settings = { contract: cesa, contracts: [cesa, first] };
    const associate = { ...cesa, isAssociate: true };
    expect(benefitFactsOf(settings, associate, '2026-03', { months: [] })).toMatchObject({
      ...{ seniorityMonths: 24, status: 'associate' },
    });
    expect(benefitFactsOf({ contract: cesa, contracts: [] }, cesa, '2025-03', { months: [] }).seniorityMonths).toBe(2);
  });
});

describe('lines of benefits', () => {
  it('say where they come from', () => {
    const granted = grantedBenefits([benefit({ steps: [{ ...NOTHING, employeeCents: 1 }] })], {
      ...{ period: '2026-03', status: 'cesa', seniorityMonths: 0, turnoverCents: 0 },
    });
    expect(benefitLines(granted).lines).toEqual([
      {
        ...{ code: 'x-b', label: 'Titres', side: 'employee', base: 'fixed', rateE7: 0, amountCents: 1 },
        ...{ isWelfare: false, source: 'AG', since: '2025-01-01' },
      },
    ]);
  });

  it('of several shares of the health cover the highest counts; that of another benefit is none', () => {
    const cover = (code: string, sharePpm: number, kind: Benefit['kind'] = 'healthCover') =>
      benefit({ code, kind, steps: [{ ...NOTHING, sharePpm }] });
    const facts = { period: '2026-03', status: 'cesa', seniorityMonths: 0, turnoverCents: 0 } as const;
    const inPay = benefitLines(
      grantedBenefits([cover('a', 600_000), cover('b', 800_000), cover('c', 900_000, 'mealVouchers')], facts),
    );
    expect(inPay).toEqual({ lines: [], healthCoverSharePpm: 800_000 });
    const unset = benefitLines(grantedBenefits([benefit({ kind: 'healthCover' })], facts));
    expect(unset).toEqual({ lines: [] });
  });
});
