import { addMonths } from './month.ts';

/** First month of the fiscal year that holds a month; `startMonth` is 1 to 12. */
export function fiscalYearOf(month: string, startMonth: number): string {
  const offset = (Number(month.slice(5, 7)) - startMonth + 12) % 12;
  return addMonths(month, -offset);
}
