import { expect, it } from 'vitest';
import { sampleAmounts, sampleRow } from './network-row.test-support.ts';
import type { NetworkRow } from './network-row.ts';
import type { NetworkSort } from './network-sort.ts';
import { NETWORK_COLUMNS, nextSort, sortNetwork } from './network-sort.ts';

function idsOf(rows: readonly NetworkRow[], sort: NetworkSort): string {
  return sortNetwork(rows, sort)
    .map(({ activityId }) => activityId)
    .join(' ');
}

it('sorts texts without regard to accents, and turns round', () => {
  const rows = [
    sampleRow('z', { name: 'Zinc' }),
    sampleRow('e', { name: 'Écorce' }),
    sampleRow('f', { name: 'Forge' }),
  ];
  expect(idsOf(rows, { column: 'name', isDescending: false })).toBe('e f z');
  expect(idsOf(rows, { column: 'name', isDescending: true })).toBe('z f e');
});

it('never compares two currencies and keeps rows without figures last in both directions', () => {
  const rows = [
    sampleRow('none', { amounts: undefined }),
    sampleRow('ar1', { currency: 'MGA', amounts: sampleAmounts(5_000_000) }),
    sampleRow('eu1', { amounts: sampleAmounts(100) }),
    sampleRow('eu2', { amounts: sampleAmounts(-200) }),
    sampleRow('ar2', { currency: 'MGA', amounts: sampleAmounts(7_000_000) }),
  ];
  expect(idsOf(rows, { column: 'balance', isDescending: true })).toBe('eu1 eu2 ar2 ar1 none');
  expect(idsOf(rows, { column: 'balance', isDescending: false })).toBe('eu2 eu1 ar1 ar2 none');
});

it('puts mismatches before what waits, before what is verified', () => {
  const verification = (verifiedCount: number, mismatchCount: number, waitingCount: number) => ({
    verification: { verifiedCount, mismatchCount, waitingCount },
  });
  const rows = [
    sampleRow('fine', verification(3, 0, 0)),
    sampleRow('none', verification(0, 0, 2)),
    sampleRow('one', verification(3, 1, 0)),
    sampleRow('two', verification(3, 2, 0)),
    sampleRow('waits', verification(3, 0, 1)),
  ];
  expect(idsOf(rows, { column: 'verification', isDescending: true })).toBe('two one waits fine none');
});

it('gives one order for equal rows in every column, whatever the order before', () => {
  const rows = ['b', 'a', 'c'].map((id) => sampleRow(id, { name: 'Même nom' }));
  for (const column of NETWORK_COLUMNS) {
    expect(idsOf(rows, { column, isDescending: true })).toBe('a b c');
    expect(idsOf(rows.toReversed(), { column, isDescending: true })).toBe('a b c');
  }
});

it('turns a column round at the second press; amounts start with the largest, names with A', () => {
  const byName = nextSort({ column: 'balance', isDescending: true }, 'name');
  expect(byName).toEqual({ column: 'name', isDescending: false });
  expect(nextSort(byName, 'name').isDescending).toBe(true);
  expect(nextSort(byName, 'turnover')).toEqual({ column: 'turnover', isDescending: true });
});
