import type { Language } from './format.ts';
import { formatMinor } from './format.ts';

/** A rate in 1e-7, as salary lines carry it, as a percentage with the decimals it needs, at most five: `0,49125 %`. */
export function formatRateE7(rateE7: number, language: Language): string {
  const text = formatMinor(rateE7, 5, language)
    .replace(/([.,]\d*?)0+$/, '$1')
    .replace(/[.,]$/, '');
  return language === 'fr' ? `${text}\u00a0%` : `${text}%`;
}
