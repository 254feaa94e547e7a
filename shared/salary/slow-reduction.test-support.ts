import type { Rational } from './slow-rational.test-support.ts';
import { isLess, least, minus, positive, rational, round, times } from './slow-rational.test-support.ts';

/** T ÷ 0.6 × (1.6 × wage ÷ base − 1) between 0 and T, in 1e-4. */
export function slowLinearE4(base: Rational, wage: Rational, maximumE4: number): number {
  if (base.top === 0n) return 0;
  const ratio = rational(wage.top * base.bottom, wage.bottom * base.top);
  const slope = minus(times(ratio, rational(16, 10)), rational(1));
  return round(least(positive(times(times(rational(maximumE4), rational(10, 6)), slope)), rational(maximumE4)));
}

/**
 * 200 + delta × x^(7/4) rounded half up, with x = ½ (3 × wage ÷ base − 1): the largest k with 2k − 1 ≤ 2 × value, that is
 * (2k − 401)^4 ≤ (2 × delta)^4 × x^7, where everything is a whole number of some fraction: no root, no floating point.
 */
export function slowDegressiveE4(base: Rational, wage: Rational, deltaE4: number): number {
  const limit = times(wage, rational(3));
  if (base.top === 0n || !isLess(base, limit)) return 0;
  const x = times(minus(rational(limit.top * base.bottom, limit.bottom * base.top), rational(1)), rational(1, 2));
  if (!isLess(x, rational(1))) return 200 + deltaE4;
  const bound = BigInt(2 * deltaE4) ** 4n * x.top ** 7n;
  const scale = x.bottom ** 7n;
  let reached = 200;
  let missed = 200 + deltaE4 + 1;
  while (missed - reached > 1) {
    const k = Math.floor((reached + missed) / 2);
    if (BigInt(2 * k - 401) ** 4n * scale <= bound) reached = k;
    else missed = k;
  }
  return reached;
}
