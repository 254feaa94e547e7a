import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payInputOf } from '../pay/pay-input.ts';
import { unwrap } from '../core/result.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { computePayPlan } from './compute-pay-plan.ts';
import { plannedMember, planStart, recordsOf, scenarioOf } from './plan.test-support.ts';

const member = plannedMember();
const entries = [
  sampleEntry(sampleContext(), { date: '2026-01-12', amountCents: 800_000 }),
  sampleEntry(sampleContext('lea.morvan', 'device-2'), { date: '2026-03-05', amountCents: 250_000 }),
];
const start = planStart(member, entries, '2026-03-10');
const anyMonth = fc.record({
  turnoverCents: fc.nat(1_500_000),
  chargesCents: fc.nat(200_000),
  payCents: fc.oneof(fc.constant(0), fc.integer({ min: 60_000, max: 700_000 })),
});

describe('pay plan', () => {
  it('is what the book says when the plan comes true: contribution by tiers, regularised pays, balances', () => {
    const anyMonths = fc.array(anyMonth, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(anyMonths, fc.constantFrom('cost', 'gross', 'net', 'even'), (months, direction) => {
        const plan = unwrap(computePayPlan(member, start, scenarioOf('2026-03', months, { direction })));
        const last = plan.months.at(-1);
        if (last === undefined) throw new Error('no month');
        const book = [...entries, ...recordsOf(plan.months, start.account)];
        const { account, context } = planStart(member, book, `${last.month}-31`);
        const booked = account.months.filter(({ month }) => month >= '2026-03');
        expect(plan.months.map(({ closingCents }) => closingCents)).toEqual(
          booked.map(({ closingCents }) => closingCents),
        );
        expect(plan.months.map(({ contribution }) => contribution)).toEqual(
          booked.map(({ contribution }) => contribution),
        );
        for (const { month, pay } of plan.months) {
          if (pay?.kind !== 'salary') continue;
          const before = context.statements.filter(({ body }) => body.input.period < month);
          const input = payInputOf(member.settings, member.cooperative, month, { ...context, statements: before });
          expect(pay.prepared.input).toEqual(unwrap(input));
        }
      }),
      {
        numRuns: 60,
        // A pay that gives back: the reduction due for the months before is more than this month costs.
        examples: [
          [[60_000, 392_933, 60_000].map((payCents) => ({ turnoverCents: 0, chargesCents: 0, payCents })), 'gross'],
        ],
      },
    );
  });

  it('spreads the same cost over the chosen months and keeps the reserve', () => {
    const months = [{ turnoverCents: 900_000, payCents: 1 }, { payCents: 1 }, { payCents: 0 }, { payCents: 1 }];
    const scenario = scenarioOf('2026-03', months, { direction: 'even', reserveTargetCents: 100_000 });
    const plan = unwrap(computePayPlan(member, start, scenario));
    const costs = plan.months.map(({ employerCostCents }) => employerCostCents);
    expect(costs[2]).toBe(0);
    for (const cost of [costs[0], costs[1], costs[3]]) {
      // No gross may meet a budget to the cent: the rest stays on the account.
      expect((plan.evenCostCents ?? 0) - (cost ?? 0)).toBeLessThan(100);
    }
    expect(Math.min(...plan.months.map(({ closingCents }) => closingCents))).toBeGreaterThanOrEqual(100_000);
    expect(plan.months.at(-1)?.closingCents).toBeLessThan(100_400);
  });

  it('keeps a pay that cannot be computed in its month and goes on', () => {
    const plan = unwrap(
      computePayPlan(member, start, scenarioOf('2026-03', [{ payCents: 100 }, { payCents: 200_000 }])),
    );
    expect(plan.months.map(({ error, employerCostCents }) => [error?.code, employerCostCents > 0])).toEqual([
      ['salary.budgetTooLow', false],
      [undefined, true],
    ]);
  });

  it.each([undefined, true, false])(
    'counts with estimated parameters and says so, whatever a record of before asked',
    (isEstimated) => {
      const months = Array.from({ length: 12 }, () => ({ turnoverCents: 300_000, payCents: 200_000 }));
      const asked = isEstimated === undefined ? {} : { isEstimated };
      const plan = unwrap(computePayPlan(member, start, scenarioOf('2026-03', months, asked)));
      expect(plan.months.map(({ error }) => error)).toEqual(months.map(() => undefined));
      const [, , , , , , , , , december, january] = plan.months;
      expect([december?.isEstimate, january?.isEstimate]).toEqual([false, true]);
      if (january?.pay?.kind !== 'salary') throw new Error('no pay');
      expect(january.pay.computation.ruleVersion).toBe('salary-2026-06.1 (estimation 2027-01)');
      expect(january.pay.prepared.input.yearToDate).toBeUndefined();
    },
  );

  it('does not pay months that nobody published or estimated', () => {
    const months = Array.from({ length: 3 }, () => ({ turnoverCents: 300_000, payCents: 200_000 }));
    const plan = unwrap(computePayPlan(member, start, scenarioOf('2027-11', months)));
    expect(plan.months.map(({ error, isEstimate }) => [error?.code, isEstimate])).toEqual([
      [undefined, true],
      [undefined, true],
      ['salary.noParameters', false],
    ]);
  });

  it('plans in ariary abroad, and only accumulates under a CAPE', () => {
    const abroad = plannedMember({
      country: 'MG',
      currency: 'MGA',
      contract: { kind: 'abroad', startDate: '2024-01-01', weeklyMinutes: 2100, isCadre: false },
    });
    const scenario = scenarioOf('2026-03', [{ turnoverCents: 900_000, payCents: 500_000 }]);
    const [paid] = unwrap(computePayPlan(abroad, planStart(abroad, [], '2026-03-01'), scenario)).months;
    // 5 % to the local health cover, 4,500 Ar of transfer fee.
    expect([paid?.employerCostCents, paid?.netCents]).toEqual([500_000, 470_500]);
    const cape = plannedMember({
      contract: { kind: 'cape', startDate: '2024-01-01', weeklyMinutes: 2100, isCadre: false },
    });
    const [kept] = unwrap(computePayPlan(cape, planStart(cape, [], '2026-03-01'), scenario)).months;
    expect([kept?.error?.code, kept?.employerCostCents]).toEqual(['salary.notPayable', 0]);
  });
});
