import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { Language } from '../money/format.ts';

/**
 * Reads a quantity or a unit price typed by a person as a canonical decimal string (`1 234,50` → `1234.5`): up to nine
 * digits and six decimals, comma or dot as decimal mark (the numpad's dot too); a thousands mark only when the other one
 * follows. Error: `quantity.invalid`.
 */
export function parseDecimal(text: string): Result<string> {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  const grouped = /^([+-]?)(\d{1,3}(?:([.,])\d{3})(?:\3\d{3})*)([.,])(\d{1,6})$/.exec(compact);
  const plain = /^([+-]?)(\d*)(?:[.,](\d{0,6}))?$/.exec(compact);
  const isGrouped = grouped !== null && grouped[3] !== grouped[4];
  const sign = (isGrouped ? grouped[1] : plain?.[1]) ?? '';
  const digits = isGrouped ? (grouped[2] ?? '').replace(/[.,]/g, '') : (plain?.[2] ?? '');
  const decimals = ((isGrouped ? grouped[5] : plain?.[3]) ?? '').replace(/0+$/, '');
  const whole = digits.replace(/^0+(?=\d)/, '');
  const isReadable = /\d/.test(compact) && (isGrouped || plain !== null) && whole.length <= 9;
  if (!isReadable) return fail(appError('quantity.invalid', `not a decimal number: ${text}`, { text }));
  const magnitude = `${whole === '' ? '0' : whole}${decimals === '' ? '' : `.${decimals}`}`;
  return ok(sign === '-' && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude);
}

/** A canonical decimal string for people, with at least `minDecimals` decimals and grouped thousands: `1 234,50`. */
export function formatDecimal(decimal: string, language: Language, minDecimals = 0): string {
  const isNegative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
  const padded = fraction.padEnd(minDecimals, '0');
  const mark = language === 'fr' ? ',' : '.';
  return `${isNegative ? '−' : ''}${grouped}${padded === '' ? '' : `${mark}${padded}`}`;
}
