import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRows } from './merge-rows.ts';

interface Row {
  readonly deal: string;
  readonly minutes: readonly number[];
  readonly note?: string;
}

const DEALS = ['Kerbiriou', 'Atelier', 'Marché'];
const week = (cells: Record<string, readonly number[]>): Row[] =>
  Object.entries(cells).map(([deal, minutes]) => ({ deal, minutes }));
const merge = (mine: readonly Row[], server: readonly Row[], base?: readonly Row[]) =>
  mergeRows(mine, server, base && { value: base }, 'deal');
const byDeal = (rows: readonly unknown[] | undefined): Record<string, readonly number[]> =>
  Object.fromEntries((rows as Row[]).map(({ deal, minutes }) => [deal, minutes]));

const minutes = fc.array(fc.constantFrom(0, 60, 120), { minLength: 7, maxLength: 7 });
const rows = fc
  .uniqueArray(fc.constantFrom(...DEALS), { maxLength: 3 })
  .chain((deals) =>
    fc
      .array(minutes, { minLength: deals.length, maxLength: deals.length })
      .map((cells) => deals.map((deal, n): Row => ({ deal, minutes: cells[n] ?? [] }))),
  );

describe('rows of two devices', () => {
  it('keep Monday typed here and Tuesday typed there, also in a week that both began', () => {
    const mine = week({ Kerbiriou: [60, 0, 0, 0, 0, 0, 0] });
    const server = week({ Kerbiriou: [0, 120, 0, 0, 0, 0, 0], Atelier: [0, 0, 30, 0, 0, 0, 0] });
    const wanted = week({ Kerbiriou: [60, 120, 0, 0, 0, 0, 0], Atelier: [0, 0, 30, 0, 0, 0, 0] });
    expect(merge(mine, server)).toEqual({ rows: wanted, isClash: false });
    expect(merge(mine, server, week({ Kerbiriou: [0, 0, 0, 0, 0, 0, 0] }))).toEqual({ rows: wanted, isClash: false });
  });

  it('say when one cell was typed twice, and let the server’s stand', () => {
    const base = week({ Kerbiriou: [60, 60, 0, 0, 0, 0, 0] });
    const mine = week({ Kerbiriou: [90, 60, 0, 0, 0, 0, 15] });
    const server = week({ Kerbiriou: [30, 60, 0, 0, 0, 0, 0] });
    expect(merge(mine, server, base)).toEqual({ rows: week({ Kerbiriou: [30, 60, 0, 0, 0, 0, 15] }), isClash: true });
  });

  it('keep a row that one side removed and the other changed, and drop one that was only removed', () => {
    const base = week({ Kerbiriou: [60, 0, 0, 0, 0, 0, 0], Atelier: [30, 0, 0, 0, 0, 0, 0] });
    const mine = week({ Kerbiriou: [90, 0, 0, 0, 0, 0, 0] });
    expect(merge(mine, [], base)).toEqual({ rows: mine, isClash: false });
    expect(merge([], mine, base)).toEqual({ rows: mine, isClash: false });
  });

  it('cannot be merged without names of their own', () => {
    const twice = [...week({ Atelier: [0, 0, 0, 0, 0, 0, 0] }), ...week({ Atelier: [1, 0, 0, 0, 0, 0, 0] })];
    expect(merge(twice, [])).toBeUndefined();
    expect(mergeRows('rows', [], undefined, 'deal')).toBeUndefined();
    expect(mergeRows([{ minutes: [] }], [], undefined, 'deal')).toBeUndefined();
  });

  it('lose no cell that somebody typed, unless they say that it clashes', () => {
    fc.assert(
      fc.property(rows, rows, fc.option(rows, { nil: undefined }), (mine, server, base) => {
        const merged = merge(mine, server, base);
        const result = byDeal(merged?.rows);
        const before = byDeal(base ?? []);
        for (const [side, isServer] of [
          [mine, false],
          [server, true],
        ] as const) {
          for (const { deal, minutes: cells } of side) {
            cells.forEach((cell, day) => {
              if (cell === (before[deal]?.[day] ?? 0)) return;
              if (isServer || merged?.isClash === false)
                expect(result[deal]?.[day], `${deal} ${String(day)}`).toBe(cell);
            });
          }
        }
      }),
    );
  });

  it('are the same whoever comes first, as long as nothing clashes', () => {
    fc.assert(
      fc.property(rows, rows, fc.option(rows, { nil: undefined }), (one, other, base) => {
        const [first, second] = [merge(one, other, base), merge(other, one, base)];
        expect(first?.isClash).toBe(second?.isClash);
        if (first?.isClash === false) expect(byDeal(first.rows)).toEqual(byDeal(second?.rows));
      }),
    );
  });

  it('merge with themselves to themselves', () => {
    fc.assert(
      fc.property(rows, fc.option(rows, { nil: undefined }), (same, base) => {
        expect(merge(same, same, base)).toEqual({ rows: same, isClash: false });
      }),
    );
  });
});
