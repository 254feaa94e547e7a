import { compareTexts } from './network-filter.ts';
import type { NetworkRow } from './network-row.ts';
import { verificationState } from './verification.ts';

/** The columns of the network's table. */
export const NETWORK_COLUMNS = [
  'name',
  'entrepreneur',
  'region',
  'contract',
  'turnover',
  'balance',
  'toCollect',
  'toValidate',
  'lastSeen',
  'verification',
] as const;

/** A column of the network's table. */
export type NetworkColumn = (typeof NETWORK_COLUMNS)[number];

/** Order of the table: one column and a direction. */
export interface NetworkSort {
  readonly column: NetworkColumn;
  readonly isDescending: boolean;
}

/** Columns whose largest values come first at the first press. */
const LARGEST_FIRST: readonly NetworkColumn[] = [
  'turnover',
  'balance',
  'toCollect',
  'toValidate',
  'lastSeen',
  'verification',
];

const VERIFICATION_WEIGHT = { none: 0, verified: 1, waiting: 2, mismatch: 3 } as const;
const CONTRACT_ORDER = { cape: 0, cesa: 1, salaried: 2, abroad: 3 } as const;

/**
 * The rows in the asked order; equal ones by name, then id. Amounts in different currencies are never compared: each
 * currency stays together, rows without figures come last in either direction.
 */
export function sortNetwork(rows: readonly NetworkRow[], sort: NetworkSort): readonly NetworkRow[] {
  const sign = sort.isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const apart = isAmount(sort.column) ? compareCurrencies(a, b) : 0;
    return (
      apart ||
      sign * compareBy(sort.column, a, b) ||
      compareTexts(a.name, b.name) ||
      (a.activityId < b.activityId ? -1 : 1)
    );
  });
}

/** The next order when the head of a column is pressed. */
export function nextSort(sort: NetworkSort, column: NetworkColumn): NetworkSort {
  if (sort.column === column) return { column, isDescending: !sort.isDescending };
  return { column, isDescending: LARGEST_FIRST.includes(column) };
}

function isAmount(column: NetworkColumn): boolean {
  return column === 'turnover' || column === 'balance' || column === 'toCollect';
}

function compareCurrencies(a: NetworkRow, b: NetworkRow): number {
  if ((a.amounts === undefined) !== (b.amounts === undefined)) return a.amounts === undefined ? 1 : -1;
  return a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0;
}

function compareBy(column: NetworkColumn, a: NetworkRow, b: NetworkRow): number {
  switch (column) {
    case 'name':
      return compareTexts(a.name, b.name);
    case 'entrepreneur':
      return compareTexts(a.entrepreneur, b.entrepreneur);
    case 'region':
      return compareTexts(a.region, b.region);
    case 'contract':
      return contractOrder(a) - contractOrder(b);
    case 'turnover':
      return (a.amounts?.turnoverCents ?? 0) - (b.amounts?.turnoverCents ?? 0);
    case 'balance':
      return (a.amounts?.balanceCents ?? 0) - (b.amounts?.balanceCents ?? 0);
    case 'toCollect':
      return (a.amounts?.toCollectCents ?? 0) - (b.amounts?.toCollectCents ?? 0);
    case 'toValidate':
      return a.toValidateCount - b.toValidateCount;
    case 'lastSeen':
      return a.lastSeenAt < b.lastSeenAt ? -1 : a.lastSeenAt > b.lastSeenAt ? 1 : 0;
    case 'verification':
      return (
        verificationWeight(a) - verificationWeight(b) || a.verification.mismatchCount - b.verification.mismatchCount
      );
  }
}

function contractOrder({ contractKind }: NetworkRow): number {
  return contractKind === undefined ? 4 : CONTRACT_ORDER[contractKind];
}

function verificationWeight({ verification }: NetworkRow): number {
  return VERIFICATION_WEIGHT[verificationState(verification)];
}
