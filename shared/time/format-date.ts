import type { Language } from '../money/format.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** An ISO date for people: `05/03/2026` in French, `5 Mar 2026` in English. */
export function formatDate(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (language === 'fr') return `${day}/${month}/${year}`;
  return `${String(Number(day))} ${(MONTHS.en[Number(month) - 1] ?? '').slice(0, 3)} ${year}`;
}

/** A month for people: `mars 2026`, `March 2026`. */
export function formatMonth(month: string, language: Language): string {
  return `${MONTHS[language][Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}
