import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenCost } from './even-cost.ts';

describe('even cost', () => {
  it('spreads a good season over lean months, the reserve kept', () => {
    const months = [900_000, 0, 0].map((marginCents) => ({ marginCents, isChosen: true }));
    expect(evenCost(0, 0, months)).toBe(300_000);
    expect(evenCost(100_000, 40_000, months)).toBe(320_000);
  });

  it('is bound by the first lean months, not by what comes later', () => {
    const months = [100_000, 0, 900_000].map((marginCents) => ({ marginCents, isChosen: true }));
    expect(evenCost(0, 0, months)).toBe(50_000);
  });

  it('gives nothing without a chosen month or without money', () => {
    expect(evenCost(500_000, 0, [{ marginCents: 1, isChosen: false }])).toBe(0);
    expect(evenCost(0, 10, [{ marginCents: 5, isChosen: true }])).toBe(0);
  });

  it('never breaks the reserve, and a cent more does', () => {
    const anyMonth = fc.record({ marginCents: fc.integer({ min: -200_000, max: 900_000 }), isChosen: fc.boolean() });
    fc.assert(
      fc.property(
        fc.nat(900_000),
        fc.nat(300_000),
        fc.array(anyMonth, { maxLength: 12 }),
        (opening, reserve, months) => {
          const cost = evenCost(opening, reserve, months);
          if (cost === 0) return;
          expect(keeps(cost)).toBe(true);
          expect(keeps(cost + 1)).toBe(false);

          function keeps(costCents: number): boolean {
            let balance = opening;
            let hasStarted = false;
            return months.every(({ marginCents, isChosen }) => {
              hasStarted ||= isChosen;
              balance += marginCents - (isChosen ? costCents : 0);
              return !hasStarted || balance >= reserve;
            });
          }
        },
      ),
    );
  });
});
