import { cutText } from '../core/cut-text.ts';
import { taxIncludedIn } from '../money/rate.ts';
import type { LedgerEntryBody } from '../records/ledger-entry.ts';
import type { PaymentBody } from '../records/payment.ts';
import { normaliseLabel } from './bank-label.ts';
import type { ImportRow, ImportSuggestion } from './plan-import.ts';
import type { BankLine } from './statement.ts';

/** The import a row belongs to. */
export interface ImportOrigin {
  readonly importId: string;
  /** `accountRef` of the statement. */
  readonly account: string;
  readonly bookCurrency: string;
}

/** Body of the ledger entry for a row; the record's date is `row.line.date`. VAT is contained in the amount, half up. */
export function buildEntryBody(
  row: ImportRow,
  entry: Omit<Extract<ImportSuggestion, { kind: 'ledgerEntry' }>, 'kind'>,
  origin: ImportOrigin,
): LedgerEntryBody {
  return {
    label: cutText(entry.label, 200),
    category: entry.category,
    amountCents: row.amountCents,
    currency: origin.bookCurrency,
    vatRatePpm: entry.vatRatePpm,
    vatCents: taxIncludedIn(row.amountCents, entry.vatRatePpm),
    ...(row.line.counterparty === undefined ? {} : { counterparty: row.line.counterparty }),
    ...(entry.needsReview ? { needsReview: true } : {}),
    bank: { ...bankOf(row.line, origin), ...(row.original === undefined ? {} : { original: { ...row.original } }) },
  };
}

/** Body of the payment for a row that pays an invoice; the record's date is `row.line.date`. */
export function buildPaymentBody(row: ImportRow, invoiceId: string, origin: ImportOrigin): PaymentBody {
  return {
    invoiceId,
    amountCents: row.amountCents,
    currency: origin.bookCurrency,
    method: guessMethod(row.line.rawLabel),
    bank: bankOf(row.line, origin),
  };
}

function bankOf(line: BankLine, origin: ImportOrigin): NonNullable<PaymentBody['bank']> {
  return {
    importId: origin.importId,
    account: origin.account,
    transactionId: line.transactionId,
    rawLabel: line.rawLabel,
  };
}

function guessMethod(label: string): PaymentBody['method'] {
  const compared = normaliseLabel(label);
  if (/\b(CHEQUES?|CHQ|REM CHQ)\b/.test(compared)) return 'cheque';
  if (/\b(CB|CARTE|TPE|STRIPE|SUMUP)\b/.test(compared)) return 'card';
  if (/\b(ESPECES|VERSEMENT ESP)\b/.test(compared)) return 'cash';
  return /\b(PRLV|PRELEVEMENT)\b/.test(compared) ? 'directDebit' : 'transfer';
}
