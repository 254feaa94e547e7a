import { expect, it } from 'vitest';
import { sampleAmounts, sampleRow } from './network-row.test-support.ts';
import { totalNetwork } from './network-totals.ts';

const ROWS = [
  sampleRow('1', {
    region: 'Bretagne',
    amounts: sampleAmounts(100, { turnoverCents: 1_000, toCollectCents: 7, overdueCents: 3 }),
  }),
  sampleRow('2', { region: 'Bourgogne', amounts: sampleAmounts(-40, { turnoverCents: 500 }), toValidateCount: 2 }),
  sampleRow('3', { region: 'Madagascar', currency: 'MGA', amounts: sampleAmounts(2_450_000) }),
  sampleRow('4', { amounts: undefined, verification: { verifiedCount: 0, mismatchCount: 1, waitingCount: 4 } }),
];

it('adds each currency apart, the most used first', () => {
  const { byCurrency } = totalNetwork(ROWS);
  expect(byCurrency.map(({ byRegion: _, ...sums }) => sums)).toEqual([
    {
      currency: 'EUR',
      activityCount: 2,
      toValidateCount: 2,
      turnoverCents: 1_500,
      balanceCents: 60,
      toCollectCents: 7,
      overdueCents: 3,
    },
    {
      currency: 'MGA',
      activityCount: 1,
      toValidateCount: 0,
      turnoverCents: 0,
      balanceCents: 2_450_000,
      toCollectCents: 0,
      overdueCents: 0,
    },
  ]);
});

it('unfolds a currency by region, and the regions add up to it', () => {
  const [euros] = totalNetwork(ROWS).byCurrency;
  expect(euros?.byRegion.map(({ region, balanceCents }) => [region, balanceCents])).toEqual([
    ['Bourgogne', -40],
    ['Bretagne', 100],
  ]);
  expect(euros?.byRegion.reduce((sum, { turnoverCents }) => sum + turnoverCents, 0)).toBe(euros?.turnoverCents);
});

it('counts verdicts of all rows and says how many have no figures, or incomplete ones', () => {
  const incomplete = sampleRow('Z', {
    isIncomplete: true,
    verification: { verifiedCount: 0, mismatchCount: 0, waitingCount: 0 },
  });
  expect(totalNetwork([...ROWS, incomplete])).toMatchObject({
    verifiedCount: 6,
    mismatchCount: 1,
    waitingCount: 4,
    withoutFiguresCount: 1,
    incompleteCount: 1,
  });
});

it('is empty without activities', () => {
  expect(totalNetwork([])).toEqual({
    byCurrency: [],
    verifiedCount: 0,
    mismatchCount: 0,
    waitingCount: 0,
    withoutFiguresCount: 0,
    incompleteCount: 0,
  });
});
