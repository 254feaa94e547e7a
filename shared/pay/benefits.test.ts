import { describe, expect, it } from 'vitest';
import type { Benefit } from '../records/benefit.ts';
import { benefitLines } from './benefit-lines.ts';
import type { MemberStatus } from '../records/contribution-rule.ts';
import type { BenefitFacts } from './granted-benefits.ts';
import { benefitsFor, grantedBenefits } from './granted-benefits.ts';

const NOTHING = { employerCents: 0, employeeCents: 0, grossRatePpm: 0 };
const vouchers: Benefit = {
  code: 'tickets',
  kind: 'mealVouchers',
  label: 'Titres-restaurant',
  from: '2026-01-01',
  source: 'Accord du 4 mai 2025, art. 2',
  steps: [
    { ...NOTHING, fromSeniorityMonths: 6, employerCents: 5_000, employeeCents: 5_000 },
    { ...NOTHING, fromSeniorityMonths: 24, employerCents: 9_000, employeeCents: 6_000 },
    { ...NOTHING, statuses: ['associate'], fromTurnoverCents: 3_000_000, employerCents: 12_000, employeeCents: 6_000 },
  ],
};
const facts: BenefitFacts = { period: '2026-03', status: 'cesa', seniorityMonths: 6, turnoverCents: 4_000_000 };

describe('progressive benefits', () => {
  it.each([
    ['five months', { seniorityMonths: 5 }, undefined, 5_000],
    ['six months', {}, 5_000, 9_000],
    ['two years', { seniorityMonths: 24 }, 9_000, 12_000],
    ['an associate with the turnover', { status: 'associate' }, 12_000, undefined],
    ['an associate without it', { status: 'associate', turnoverCents: 2_999_999 }, 5_000, 9_000],
  ] as const)('after %s', (_name, change, employerCents, nextCents) => {
    const [granted] = grantedBenefits([vouchers], { ...facts, ...change });
    expect(granted?.step?.employerCents).toBe(employerCents);
    expect(granted?.nextStep?.employerCents).toBe(nextCents);
  });

  it('that name nobody are for the French payroll, so that none is shown in euros abroad or under a CAPE', () => {
    const long = { ...facts, seniorityMonths: 60 };
    for (const status of ['cape', 'abroad'] as const) {
      expect(grantedBenefits([vouchers], { ...long, status })[0]?.step).toBeUndefined();
      expect(benefitsFor([vouchers], { kind: status })).toEqual([]);
    }
    expect(benefitsFor([vouchers], { kind: 'cesa' })).toEqual([vouchers]);
  });

  it('are in force between their dates only', () => {
    expect(grantedBenefits([{ ...vouchers, until: '2026-03-30' }], facts)).toHaveLength(0);
    expect(grantedBenefits([{ ...vouchers, until: '2026-03-31' }], facts)).toHaveLength(1);
    expect(grantedBenefits([{ ...vouchers, from: '2026-04-01' }], facts)).toHaveLength(0);
  });

  it('begin on the last day of a month for all of it, and with the very turnover asked for', () => {
    expect(grantedBenefits([{ ...vouchers, from: '2026-03-31' }], facts)).toHaveLength(1);
    const [granted] = grantedBenefits([vouchers], { ...facts, status: 'associate', turnoverCents: 3_000_000 });
    expect(granted?.step?.employerCents).toBe(12_000);
  });

  it('are shown to whom one of their steps can be for, whatever the others say', () => {
    const step = (...statuses: MemberStatus[]) => ({ ...NOTHING, statuses });
    const kindsFor = (benefit: Benefit) =>
      (['cape', 'cesa', 'abroad'] as const).filter((kind) => benefitsFor([benefit], { kind }).length === 1);
    expect(kindsFor({ ...vouchers, steps: [step('cape')] })).toEqual(['cape']);
    expect(kindsFor({ ...vouchers, steps: [step('cape'), step('cesa', 'abroad')] })).toEqual([
      'cape',
      'cesa',
      'abroad',
    ]);
    expect(kindsFor({ ...vouchers, steps: [step('associate')] }), 'an associate has a CESA').toEqual(['cesa']);
    expect(kindsFor(vouchers)).toEqual(['cesa']);
  });

  it('become lines of the pay, on the side of who bears them', () => {
    const leave: Benefit = {
      ...vouchers,
      code: 'conges',
      kind: 'leave',
      steps: [{ ...NOTHING, grossRatePpm: 12_345 }],
    };
    const cover: Benefit = {
      ...vouchers,
      code: 'sante',
      kind: 'healthCover',
      steps: [{ ...NOTHING, sharePpm: 600_000 }],
    };
    const inPay = benefitLines(grantedBenefits([vouchers, leave, cover], facts));
    expect(inPay.healthCoverSharePpm).toBe(600_000);
    expect(
      inPay.lines.map(({ code, side, base, amountCents, rateE7 }) => [code, side, base, amountCents, rateE7]),
    ).toEqual([
      ['x-tickets', 'employer', 'fixed', 5_000, 0],
      ['x-tickets', 'employee', 'fixed', 5_000, 0],
      ['x-conges-leave', 'employer', 'gross', 0, 123_450],
    ]);
  });

  it('leave the pay alone while no step is reached', () => {
    expect(benefitLines(grantedBenefits([vouchers], { ...facts, seniorityMonths: 0 }))).toEqual({ lines: [] });
  });
});
