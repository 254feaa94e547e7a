import { currencyDecimals } from './currency.ts';

/** Languages of the screens. */
export type Language = 'fr' | 'en';

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', MGA: 'Ar', USD: '$', GBP: '£' };

/**
 * An amount for people: `1 234,56 €` in French (narrow no-break spaces), `€1,234.56` in English.
 * Own code because Node and Chromium must print the same text and neither knows the ariary as it is used.
 */
export function formatMoney(amountMinor: number, currency: string, language: Language): string {
  const number = formatMinor(amountMinor, currencyDecimals(currency), language);
  const symbol = SYMBOLS[currency] ?? currency;
  if (language === 'fr' || symbol.length > 1) return `${number}\u00a0${symbol}`;
  return number.startsWith('−') ? `−${symbol}${number.slice(1)}` : `${symbol}${number}`;
}

/** An integer of minor units as a decimal number with grouping, without a symbol; a true minus sign when negative. */
export function formatMinor(amountMinor: number, decimals: number, language: Language): string {
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
  const text = decimals === 0 ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${fraction}`;
  return amountMinor < 0 ? `−${text}` : text;
}

/** A rate in ppm as a percentage with up to four decimals: `11,5 %`, `2.08%`. */
export function formatRate(ratePpm: number, language: Language): string {
  const fixed = formatMinor(ratePpm, 4, language);
  const trimmed = fixed.replace(/([.,]\d*?)0+$/, '$1').replace(/[.,]$/, '');
  return language === 'fr' ? `${trimmed}\u00a0%` : `${trimmed}%`;
}
