/**
 * Splits an amount in proportion to weights without losing a cent: largest remainders first, ties by position.
 * Weights are non-negative integers, not all zero; the parts add up to `amountCents` exactly.
 */
export function allocate(amountCents: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) throw new Error('allocate: weights must not all be zero');
  const magnitude = Math.abs(amountCents);
  const parts = weights.map((weight, index) => {
    const product = BigInt(magnitude) * BigInt(weight);
    return { index, share: Number(product / BigInt(total)), rest: Number(product % BigInt(total)) };
  });
  const left = magnitude - parts.reduce((sum, part) => sum + part.share, 0);
  const byRest = parts.toSorted((a, b) => b.rest - a.rest);
  const oneMore = new Set(byRest.slice(0, left).map(({ index }) => index));
  return parts.map(({ index, share }) => {
    const cents = oneMore.has(index) ? share + 1 : share;
    return amountCents < 0 ? 0 - cents : cents;
  });
}
