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

  it.each([
    ['no list', { deal: 'a' }],
    ['a row that is null', [null]],
    ['a row that is a list', [['a']]],
    ['a row that is a text', ['a']],
    ['a name missing in one row of two', [{ deal: 'a' }, { note: 'b' }]],
  ])('cannot be merged when a side or their base is %s', (_, wrong) => {
    expect(mergeRows(wrong, [], undefined, 'deal')).toBeUndefined();
    expect(mergeRows([], wrong, undefined, 'deal')).toBeUndefined();
    expect(mergeRows([], [], { value: wrong }, 'deal')).toBeUndefined();
  });

  it('of a base that had no list yet are all new', () => {
    const mine = week({ Kerbiriou: [1] });
    expect(mergeRows(mine, [], { value: undefined }, 'deal')).toEqual({ rows: mine, isClash: false });
  });

  it('drop a row that was only removed, keep a new one, in the server’s order', () => {
    const base = week({ Kerbiriou: [1], Atelier: [2] });
    const mine = week({ Marché: [5], Atelier: [2] });
    const server = week({ Fournil: [7], Kerbiriou: [1], Atelier: [2] });
    expect(merge(mine, server, base)).toEqual({
      rows: week({ Fournil: [7], Atelier: [2], Marché: [5] }),
      isClash: false,
    });
    expect(merge(base, week({ Atelier: [2] }), base)).toEqual({ rows: week({ Atelier: [2] }), isClash: false });
  });

  it('merge every member by itself, also one that a side took away', () => {
    const row = (members: object) => [{ deal: 'Kerbiriou', ...members }];
    const both = (mine: object, server: object, base?: object) =>
      mergeRows(row(mine), row(server), base && { value: row(base) }, 'deal');
    const of = (members: object, isClash = false) => ({ rows: row(members), isClash });
    expect(both({ note: 'a', km: 1 }, { note: 'x', km: 2 }, { note: 'x', km: 1 })).toEqual(of({ note: 'a', km: 2 }));
    expect(both({}, { note: 'x' }, { note: 'x' })).toStrictEqual(of({}));
    expect(both({ note: 'x' }, {}, { note: 'x' })).toEqual(of({}));
    expect(both({ note: 'x' }, {})).toEqual(of({ note: 'x' }));
    expect(both({ note: 'a' }, { note: 'b' }, { note: 'x' })).toEqual(of({ note: 'b' }, true));
    expect(both({ note: 'a' }, {}, { note: 'x' })).toEqual(of({}, true));
  });

  it.each([
    ['lists of two lengths', [60, 0], [0, 60, 0], [0, 0]],
    ['what is no list of numbers here', ['60', 0], [0, 5], [0, 0]],
    ['what is no list of numbers there', [60, 0], [0, '5'], [0, 0]],
  ])('have no cells to merge in %s: the server’s stands and it is said', (_, mine, server, base) => {
    const row = (cells: readonly unknown[]) => [{ deal: 'Kerbiriou', minutes: cells }];
    expect(mergeRows(row(mine), row(server), { value: row(base) }, 'deal')).toEqual({
      rows: row(server),
      isClash: true,
    });
  });

  it('start from nought where the base had cells of another number, or other ones', () => {
    const row = (cells: unknown) => [{ deal: 'Kerbiriou', minutes: cells }];
    for (const base of [[60, 0, 0], ['60', 0], '60']) {
      const merged = mergeRows(row([60, 0]), row([0, 30]), { value: row(base) }, 'deal');
      expect(merged).toEqual({ rows: row([60, 30]), isClash: false });
    }
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
