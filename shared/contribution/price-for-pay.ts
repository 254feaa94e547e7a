import { applyRate } from '../money/rate.ts';

/** What to invoice so that a cost can be borne, in cents. */
export interface PriceForPay {
  /** Excluding VAT. */
  readonly netCents: number;
  readonly contributionCents: number;
  readonly vatCents: number;
  /** Including VAT. */
  readonly grossCents: number;
  /** What is left after contribution: the cost, or a cent more where no price meets it exactly. */
  readonly leftCents: number;
}

const DOUBLINGS = 45;

/**
 * The smallest price excluding VAT that leaves `costCents` after the contribution it causes, and its VAT at `vatRatePpm`
 * (rounded half up). `contributionOf` gives what a turnover adds to the contribution; it never rises faster than the turnover.
 * `undefined` when the contribution takes everything.
 */
export function priceForPay(
  costCents: number,
  vatRatePpm: number,
  contributionOf: (netCents: number) => number,
): PriceForPay | undefined {
  const leftOf = (netCents: number): number => netCents - contributionOf(netCents);
  let enough = Math.max(1, costCents);
  for (let count = 0; leftOf(enough) < costCents; count += 1) {
    if (count === DOUBLINGS) return undefined;
    enough *= 2;
  }
  let missing = 0;
  if (leftOf(0) >= costCents) enough = 0;
  while (enough - missing > 1) {
    const middle = Math.floor((enough + missing) / 2);
    if (leftOf(middle) >= costCents) enough = middle;
    else missing = middle;
  }
  const vatCents = applyRate(enough, vatRatePpm);
  return {
    netCents: enough,
    contributionCents: contributionOf(enough),
    vatCents,
    grossCents: enough + vatCents,
    leftCents: leftOf(enough),
  };
}
