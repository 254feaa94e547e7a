import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { MAX_AMOUNT_CENTS } from '../money/parse.ts';

/**
 * Quantity × unit price, both decimal strings with up to six decimals, rounded half up (away from zero) to minor units
 * of a currency with `decimals` decimals. Exact: computed on big integers. Errors: `quantity.invalid`, `amount.tooLarge`.
 */
export function computeLineAmount(quantity: string, unitPrice: string, decimals = 2): Result<number> {
  const left = readDecimal(quantity);
  const right = readDecimal(unitPrice);
  if (left === undefined || right === undefined) {
    return fail(appError('quantity.invalid', `not a decimal number: ${left === undefined ? quantity : unitPrice}`));
  }
  const product = left * right;
  const magnitude = product < 0n ? -product : product;
  const divisor = 10n ** BigInt(12 - decimals);
  const rounded = (magnitude * 2n + divisor) / (2n * divisor);
  if (rounded > BigInt(MAX_AMOUNT_CENTS)) return fail(appError('amount.tooLarge', 'line amount too large'));
  return ok(product < 0n ? 0 - Number(rounded) : Number(rounded));
}

/** Millionths of a decimal string, or undefined. */
function readDecimal(text: string): bigint | undefined {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) return undefined;
  const value = BigInt(match[2] ?? '0') * 1_000_000n + BigInt((match[3] ?? '').padEnd(6, '0'));
  return match[1] === '-' ? -value : value;
}
