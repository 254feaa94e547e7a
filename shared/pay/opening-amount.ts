import type { RecordOf } from '../records/registry.ts';
import { isPayCounted } from './counted-pay.ts';

/**
 * The cost with which a request opens, in cents: that of the last pay that stands, at most what is available; all that is
 * available where there is none yet.
 */
export function openingCostCents(
  statements: readonly Pick<RecordOf<'salaryStatement'>, 'status' | 'body'>[],
  availableCents: number,
): number {
  const last = statements
    .filter(isPayCounted)
    .reduce<(typeof statements)[number] | undefined>(
      (latest, pay) => (latest !== undefined && latest.body.input.period > pay.body.input.period ? latest : pay),
      undefined,
    );
  const costCents = last === undefined ? availableCents : last.body.totals.totalCostCents;
  return Math.min(Math.max(0, costCents), availableCents);
}
