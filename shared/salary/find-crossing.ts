const HALVING_STEP = 5;

/**
 * Where a function of whole numbers reaches a target: `n` with `valueOf(n - 1) < target <= valueOf(n)`, between `below`
 * (whose value must be below the target) and `reached` (whose value must not). The only one when the function never falls.
 *
 * Pay is nearly straight between thresholds, so each step looks where a straight line between the ends meets the target; an
 * end that stays twice counts half (regula falsi, the Illinois way). One step in five halves what is left: that bounds
 * their number. It takes a third of the looks of halving alone.
 */
export function findCrossing(
  valueOf: (argument: number) => number,
  target: number,
  below: number,
  reached: number,
): number {
  let low = below;
  let high = reached;
  let lowGap = valueOf(low) - target;
  let highGap = valueOf(high) - target;
  let lastGap = 0;
  for (let step = 1; high - low > 1; step += 1) {
    const share = step % HALVING_STEP === 0 ? 0.5 : lowGap / (lowGap - highGap);
    const middle = Math.max(low + 1, Math.min(high - 1, low + Math.floor((high - low) * share)));
    const gap = valueOf(middle) - target;
    if (gap < 0) {
      low = middle;
      lowGap = gap;
      if (lastGap < 0) highGap /= 2;
    } else {
      high = middle;
      highGap = gap;
      if (lastGap > 0) lowGap /= 2;
    }
    lastGap = gap;
  }
  return high;
}
