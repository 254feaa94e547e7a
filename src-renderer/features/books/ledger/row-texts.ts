import type { TFunction } from 'i18next';
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts';
import type { Format } from '../../../i18n/use-format.ts';

/** What stands in the label cell of a row. */
export function labelOf(row: LedgerRow, t: TFunction<'ledger'>, format: Format): string {
  if (row.kind === 'salary') return t('salaryOf', { month: format.month(row.label) });
  if (row.kind !== 'payment') return row.label;
  return row.label === '' ? t('paymentUnknown') : t('paymentOf', { number: row.label });
}
