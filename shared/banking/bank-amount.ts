import type { Result } from '../core/result.ts';
import { currencyDecimals } from '../money/currency.ts';
import { parseAmount } from '../money/parse.ts';

/**
 * Signed minor units of an amount in a bank file: comma or dot, spaces, `80,00-`, `(80.00)`, a true minus, the currency's
 * code or sign beside it, more zeros than the currency has decimals (`-12.5000`, `15000,00` ariary).
 * Three digits after a single mark (`1,234`) are refused: they may be thousands. Errors: `amount.invalid`, `amount.tooLarge`.
 */
export function readBankAmount(text: string, currency: string): Result<number> {
  const decimals = currencyDecimals(currency);
  let compact = text.replace(/[\s\u00a0\u2009\u202f'’]/g, '').replace(/[−–]/g, '-');
  compact = compact.replace(/^([+-]?)(?:[A-Z]{3}|€|\$|£)/, '$1').replace(/(?:[A-Z]{3}|€|\$|£|Ar)([+-]?)$/, '$1');
  const bracketed = /^\(([^()+-]+)\)$/.exec(compact)?.[1];
  if (bracketed !== undefined) compact = `-${bracketed}`;
  else compact = compact.replace(/^([^+-]+)([+-])$/, '$2$1');
  return parseAmount(dropSpareZeros(compact, decimals), decimals);
}

function dropSpareZeros(text: string, decimals: number): string {
  const match = /^(.*\d)([.,])(\d+)$/.exec(text);
  if (!match) return text;
  const [, whole = '', mark = '', fraction = ''] = match;
  const isMaybeThousands = fraction.length === 3 && !/[.,]/.test(whole);
  const spare = fraction.slice(decimals);
  if (fraction.length <= decimals || isMaybeThousands || !/^0+$/.test(spare)) return text;
  // `1.000.000` holds the same mark twice: thousands, which parseAmount knows.
  if (whole.includes(mark)) return text;
  return decimals === 0 ? whole : `${whole}${mark}${fraction.slice(0, decimals)}`;
}
