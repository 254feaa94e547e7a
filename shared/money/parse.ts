import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';

/** The largest amount a record may hold: ten billion in minor units, far below 2^53 so that rates still apply exactly. */
export const MAX_AMOUNT_CENTS = 1_000_000_000_000;

/**
 * Reads what a person types or a file holds as an amount: `1 234,56`, `1234.56`, `1.234,56`, `-80`, `+3,5 €`.
 * The last dot or comma followed by at most `decimals` digits is the decimal mark (so the numpad's dot works in French);
 * more digits than the currency has, several marks of that kind, or any other character is refused, never guessed.
 * Errors: `amount.invalid`, `amount.tooLarge`.
 */
export function parseAmount(text: string, decimals = 2): Result<number> {
  const invalid = appError('amount.invalid', `not an amount: ${text}`, { text });
  const compact = text.replace(/[\s\u00a0\u202f']/g, '').replace(/(€|EUR|Ar|MGA)$/i, '');
  const match = /^([+-]?)((?:\d+|\d{1,3}(?:[.,]\d{3})+)?)(?:([.,])(\d*))?$/.exec(compact);
  if (!match) return fail(invalid);
  const [, sign = '', whole = '', mark = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return fail(invalid);
  if (fraction.length > decimals) {
    // `1.234` or `1,234` with nothing after it: a thousands mark would be a guess, so ask again.
    return fail(invalid);
  }
  if (mark !== '' && whole.includes(mark)) return fail(invalid);
  const digits = whole.replace(/[.,]/g, '') + fraction.padEnd(decimals, '0');
  const cents = Number(digits);
  if (cents > MAX_AMOUNT_CENTS) {
    return fail(appError('amount.tooLarge', `amount too large: ${text}`, { text }));
  }
  return ok(sign === '-' && cents !== 0 ? -cents : cents);
}
