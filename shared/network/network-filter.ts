import { toSearchText } from '../ledger/ledger-filter.ts';
import type { NetworkRow } from './network-row.ts';
import { listReasonsToLook } from './reasons-to-look.ts';

/** What is asked of the network's table; a member left out asks nothing. */
export interface NetworkFilter {
  /** Words that must all stand in the name, the entrepreneur or the region; accents and case do not count. */
  readonly text?: string;
  readonly region?: string;
  readonly isToLookAt?: boolean;
}

/** The rows that answer a filter, in their order. `today` is an ISO date. */
export function filterNetwork(
  rows: readonly NetworkRow[],
  filter: NetworkFilter,
  today: string,
): readonly NetworkRow[] {
  const words = toSearchText(filter.text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.region !== undefined && row.region !== filter.region) return false;
    if (filter.isToLookAt === true && listReasonsToLook(row, today).length === 0) return false;
    if (words.length === 0) return true;
    const text = toSearchText(`${row.name} ${row.entrepreneur} ${row.region}`);
    return words.every((word) => text.includes(word));
  });
}

/** Regions that occur, in alphabetical order. */
export function listRegions(rows: readonly NetworkRow[]): string[] {
  return [...new Set(rows.map(({ region }) => region))].filter((region) => region !== '').sort(compareTexts);
}

/** Alphabetical order of two texts, accents and case aside: the same in every browser, with or without locale data. */
export function compareTexts(a: string, b: string): number {
  const [first, second] = [toSearchText(a), toSearchText(b)];
  return first < second ? -1 : first > second ? 1 : a < b ? -1 : a > b ? 1 : 0;
}
