import type { TFunction } from 'i18next';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, ErrorCode } from '../../shared/core/errors.ts';
import type { Language } from '../../shared/money/format.ts';
import { formatMoney, formatRate } from '../../shared/money/format.ts';
import { formatDate, formatMonth } from '../../shared/time/format-date.ts';
import { isMonth } from '../../shared/time/month.ts';
import { isPlainDate } from '../../shared/time/plain-date.ts';
import type { Reader } from './error-texts.ts';
import { ReaderContext } from './reader-context.ts';

/** Amounts, dates and errors in the language of the screen. */
export interface Format {
  readonly language: Language;
  money(amountMinor: number, currency?: string): string;
  rate(ratePpm: number): string;
  date(date: string): string;
  month(month: string): string;
  /** Local time of day of an instant, `08:05`. */
  time(instant: string): string;
  error(error: AppError): string;
}

export function useFormat(): Format {
  const { t, i18n } = useTranslation('errors');
  return createFormat(i18n.language === 'en' ? 'en' : 'fr', t, useContext(ReaderContext));
}

/** The same outside of a screen, for documents; `t` gives the words of errors in that language, spoken to `reader`. */
export function createFormat(language: Language, t: TFunction<'errors'>, reader: Reader = 'member'): Format {
  return {
    language,
    money: (amountMinor, currency = 'EUR') => formatMoney(amountMinor, currency, language),
    rate: (ratePpm) => formatRate(ratePpm, language),
    date: (date) => formatDate(date, language),
    month: (month) => formatMonth(month, language),
    time: (instant) => {
      const date = new Date(instant);
      return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
    },
    error: (error) =>
      t(wordsOf(error), {
        date: t('thatDay'),
        month: t('thatMonth'),
        ...readable(error, language),
        context: reader,
        defaultValue: error.message,
      }),
  };
}

/** An amount the payroll cannot take is the amount's fault, not the contract's. */
function wordsOf({ code, details }: AppError): ErrorCode {
  const isAmount = code === 'salary.invalidInput' && AMOUNTS.includes(String(details?.['field']));
  return isAmount ? 'amount.tooLarge' : code;
}

const AMOUNTS = ['grossCents', 'budgetCents', 'netCents'];

/** Dates and months among the details of an error, as people write them. */
function readable({ details = {} }: AppError, language: Language): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]): [string, string | number | boolean] => {
      if (typeof value !== 'string') return [name, value];
      if (isMonth(value)) return [name, formatMonth(value, language)];
      return [name, isPlainDate(value) ? formatDate(value, language) : value];
    }),
  );
}
