import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { currencyDecimals } from '../money/currency.ts';
import { MAX_AMOUNT_CENTS } from '../money/parse.ts';
import { exchangeRate } from '../records/fields.ts';

/** A checked exchange rate: `numerator` ÷ `denominator` minor units of the target for one minor unit of the source. */
export interface ExchangeRate {
  readonly text: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Reads an exchange rate: how many units of `to` one unit of `from` is worth, a decimal string with a dot as records hold
 * it (9 digits, 12 decimals), above zero. Error: `rate.invalid`.
 */
export function readExchangeRate(text: string, from: string, to: string): Result<ExchangeRate> {
  const [whole = '', fraction = ''] = text.split('.');
  if (!exchangeRate.safeParse(text).success || /^[0.]+$/.test(text)) {
    return fail(appError('rate.invalid', `not an exchange rate: ${text}`, { text }));
  }
  const numerator = BigInt(whole + fraction) * 10n ** BigInt(currencyDecimals(to));
  return ok({ text, numerator, denominator: 10n ** BigInt(fraction.length + currencyDecimals(from)) });
}

/** Converts signed minor units, rounded half up (away from zero). Error: `amount.tooLarge`. */
export function convertAmount(amountMinor: number, rate: ExchangeRate): Result<number> {
  const product = BigInt(Math.abs(amountMinor)) * rate.numerator;
  const converted = (product * 2n + rate.denominator) / (rate.denominator * 2n);
  if (converted > BigInt(MAX_AMOUNT_CENTS)) {
    return fail(appError('amount.tooLarge', `amount too large after conversion: ${String(amountMinor)}`));
  }
  return ok(amountMinor < 0 ? 0 - Number(converted) : Number(converted));
}
