import type { LedgerFilter } from '../../../../shared/ledger/ledger-filter.ts';
import type { LedgerRowKind } from '../../../../shared/ledger/ledger-rules.ts';
import { OTHER_ROW_KINDS } from '../../../../shared/ledger/ledger-rules.ts';
import { parseAmountFilter } from '../../../../shared/ledger/amount-filter.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import { LEDGER_CATEGORIES } from '../pieces/ledger-categories.ts';
import type { LedgerPeriod } from './ledger-period.ts';
import { periodBounds } from './ledger-period.ts';

/** What stands in the filter fields. */
export interface FilterFields {
  readonly text: string;
  readonly amountText: string;
  readonly period: LedgerPeriod;
  readonly kind: LedgerRowKind | '';
  readonly isToReview: boolean;
}

export const NO_FILTER: FilterFields = {
  text: '',
  amountText: '',
  period: { kind: 'all' },
  kind: '',
  isToReview: false,
};

export const LEDGER_KINDS: readonly LedgerRowKind[] = [...LEDGER_CATEGORIES, ...OTHER_ROW_KINDS];

/** The filter that the fields ask for. Errors of the amount field. */
export function toLedgerFilter(fields: FilterFields, decimals: number): Result<LedgerFilter> {
  const amount = parseAmountFilter(fields.amountText, decimals);
  if (!amount.ok) return amount;
  return ok({
    text: fields.text,
    ...(amount.value === undefined ? {} : { amount: amount.value }),
    ...periodBounds(fields.period),
    ...(fields.kind === '' ? {} : { kind: fields.kind }),
    isToReview: fields.isToReview,
  });
}
