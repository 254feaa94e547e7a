/**
 * Splits an amount in proportion to weights without losing a cent: largest remainders first, ties by position.
 * Weights are non-negative integers, not all zero; the parts add up to `amountCents` exactly.
 */
export function allocate(amountCents: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) throw new Error('allocate: weights must not all be zero');
  const sign = amountCents < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(amountCents));
  const exact = weights.map((weight) => ({
    share: Number((magnitude * BigInt(weight)) / BigInt(total)),
    rest: (magnitude * BigInt(weight)) % BigInt(total),
  }));
  let left = Math.abs(amountCents) - exact.reduce((sum, part) => sum + part.share, 0);
  const byRest = exact.map((part, index) => ({ index, rest: part.rest }));
  byRest.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  const shares = exact.map((part) => part.share);
  for (const { index } of byRest) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares.map((share) => (share === 0 ? 0 : share * sign));
}
