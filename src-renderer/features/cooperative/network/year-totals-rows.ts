import { NOT_COUNTED } from '../../../../shared/network/not-counted.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { YearTotal } from '../../../session/totals-api.ts';

/** What a year comes to, in the order of the table. */
export const TOTAL_COLUMNS = ['invoiced', 'entries', 'expenses', 'pays'] as const;

/** One activity's year in minor units of its currency, excluding VAT. */
export interface YearTotalsRow extends Readonly<Record<(typeof TOTAL_COLUMNS)[number], number>> {
  readonly activityId: string;
  readonly name: string;
  readonly currency: string;
  /** The server holds records of the year that a later version wrote: no figure counts them. */
  readonly isIncomplete: boolean;
}

/** The database's totals by type as one row an activity, by name; types that are in no column are left out. */
export function listYearTotals(
  totals: readonly YearTotal[],
  settings: readonly RecordOf<'activitySettings'>[],
): YearTotalsRow[] {
  const known = new Map(settings.map(({ activityId, body }) => [activityId, body]));
  const sumOf = (activityId: string, ...types: readonly string[]): number =>
    totals.reduce(
      (sum, total) => (total.activityId === activityId && types.includes(total.type) ? sum + total.sumMinor : sum),
      0,
    );
  return [...new Set(totals.map(({ activityId }) => activityId))]
    .map((activityId) => ({
      activityId,
      name: known.get(activityId)?.name ?? activityId,
      currency: known.get(activityId)?.currency ?? 'EUR',
      invoiced: sumOf(activityId, 'invoice'),
      entries: sumOf(activityId, 'ledgerEntry'),
      expenses: sumOf(activityId, 'expense'),
      pays: sumOf(activityId, 'salaryStatement', 'abroadPay'),
      isIncomplete: totals.some((total) => total.activityId === activityId && total.type === NOT_COUNTED),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
}
