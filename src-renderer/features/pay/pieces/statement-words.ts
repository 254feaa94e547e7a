import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../i18n/use-format.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** The words of a pay, for a screen and for a document alike. */
export interface StatementWords {
  readonly payDocument: TFunction<'payDocument'>;
  readonly pay: TFunction<'pay'>;
  readonly withholding: TFunction<'withholding'>;
  readonly format: Format;
}

export function useStatementWords(): StatementWords {
  const { t: payDocument } = useTranslation('payDocument');
  const { t: pay } = useTranslation('pay');
  const { t: withholding } = useTranslation('withholding');
  return { payDocument, pay, withholding, format: useFormat() };
}
