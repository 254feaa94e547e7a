import { compareTexts } from './network-filter.ts';
import type { NetworkAmounts, NetworkRow } from './network-row.ts';

/** Sums of some activities in one currency. */
export interface NetworkSums extends NetworkAmounts {
  readonly activityCount: number;
  readonly toValidateCount: number;
}

/** Totals of one currency, with the same by region. */
export interface CurrencyTotals extends NetworkSums {
  readonly currency: string;
  /** Regions in alphabetical order. */
  readonly byRegion: readonly (NetworkSums & { readonly region: string })[];
}

/** Totals of the network. */
export interface NetworkTotals {
  /** One a currency, the one with most activities first; currencies are never added to each other. */
  readonly byCurrency: readonly CurrencyTotals[];
  readonly verifiedCount: number;
  readonly mismatchCount: number;
  readonly waitingCount: number;
  /** Activities whose figures cannot be computed: in no sum. */
  readonly withoutFiguresCount: number;
  /** Activities whose figures may lack something; they are in the sums with what is known. */
  readonly incompleteCount: number;
}

const NOTHING: NetworkSums = {
  activityCount: 0,
  toValidateCount: 0,
  turnoverCents: 0,
  balanceCents: 0,
  toCollectCents: 0,
  overdueCents: 0,
};

/** Adds up the rows of the network, each currency apart. Sums of integers: nothing is rounded. */
export function totalNetwork(rows: readonly NetworkRow[]): NetworkTotals {
  const withFigures = rows.filter(({ amounts }) => amounts !== undefined);
  const byCurrency = [...groupRows(withFigures, ({ currency }) => currency)]
    .map(([currency, found]) => ({ currency, ...sumRows(found), byRegion: sumByRegion(found) }))
    .sort((a, b) => b.activityCount - a.activityCount || (a.currency < b.currency ? -1 : 1));
  return {
    byCurrency,
    verifiedCount: rows.reduce((sum, { verification }) => sum + verification.verifiedCount, 0),
    mismatchCount: rows.reduce((sum, { verification }) => sum + verification.mismatchCount, 0),
    waitingCount: rows.reduce((sum, { verification }) => sum + verification.waitingCount, 0),
    withoutFiguresCount: rows.length - withFigures.length,
    incompleteCount: rows.filter(({ isIncomplete }) => isIncomplete).length,
  };
}

function groupRows(rows: readonly NetworkRow[], keyOf: (row: NetworkRow) => string): Map<string, NetworkRow[]> {
  const groups = new Map<string, NetworkRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function sumByRegion(rows: readonly NetworkRow[]): CurrencyTotals['byRegion'] {
  return [...groupRows(rows, ({ region }) => region)]
    .map(([region, found]) => ({ region, ...sumRows(found) }))
    .sort((a, b) => compareTexts(a.region, b.region));
}

function sumRows(rows: readonly NetworkRow[]): NetworkSums {
  return rows.reduce<NetworkSums>(
    (sum, { amounts, toValidateCount }) =>
      amounts === undefined
        ? sum
        : {
            activityCount: sum.activityCount + 1,
            toValidateCount: sum.toValidateCount + toValidateCount,
            turnoverCents: sum.turnoverCents + amounts.turnoverCents,
            balanceCents: sum.balanceCents + amounts.balanceCents,
            toCollectCents: sum.toCollectCents + amounts.toCollectCents,
            overdueCents: sum.overdueCents + amounts.overdueCents,
          },
    NOTHING,
  );
}
