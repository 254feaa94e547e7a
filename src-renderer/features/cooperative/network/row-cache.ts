import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import { buildNetworkRow } from '../../../../shared/network/network-row.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { computeActivityFigures } from '../../../data/activity-figures.ts';

/** What every row depends on besides its own records. */
export interface RowContext {
  readonly cooperative: CooperativeSettings | undefined;
  readonly today: string;
  /** Whether the figures of an activity may lack something on this device. */
  readonly isIncomplete: (activityId: string) => boolean;
}

/** Computes the row of an activity with the member's own function, again only when its records or the context changed. */
export type RowCache = (activityId: string, records: readonly AnyRecord[], context: RowContext) => NetworkRow;

export function createRowCache(): RowCache {
  const known = new WeakMap<readonly AnyRecord[], { readonly context: RowContext; readonly row: NetworkRow }>();
  return (activityId, records, context) => {
    const found = known.get(records);
    const isIncomplete = context.isIncomplete(activityId);
    const isKnown = found?.row.isIncomplete === isIncomplete && isSame(found.context, context);
    if (isKnown) return found.row;
    const figures = computeActivityFigures(records, context.cooperative, context.today);
    const row = buildNetworkRow(activityId, records, { figures, isIncomplete, today: context.today });
    known.set(records, { context, row });
    return row;
  };
}

function isSame(a: RowContext, b: RowContext): boolean {
  return a.cooperative === b.cooperative && a.today === b.today;
}
