import type { ReceiptFact } from './receipt-facts.ts';

const DAY_MS = 86_400_000;

/** How long a receipt stays on the device before a person may release it. */
export const RELEASE_AFTER_DAYS = 90;

/** Receipts the server was seen to hold, without a problem since, that came to this device at least `afterDays` ago, oldest first. */
export function listReleasable(
  known: readonly ReceiptFact[],
  now: string,
  afterDays = RELEASE_AFTER_DAYS,
): readonly ReceiptFact[] {
  const before = new Date(Date.parse(now) - afterDays * DAY_MS).toISOString();
  return known
    .filter((fact) => !fact.isReleased && fact.verifiedAt !== '' && fact.problem === '' && fact.keptAt <= before)
    .toSorted((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
}
