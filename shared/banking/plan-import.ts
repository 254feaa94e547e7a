import { isInClosedMonth } from '../records/closed-months.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { LedgerCategory } from '../records/ledger-entry.ts';
import type { RecordOf } from '../records/registry.ts';
import { convertAmount, readExchangeRate } from './convert-amount.ts';
import { guessCategory } from './guess-category.ts';
import type { KnownReason } from './known-lines.ts';
import { findKnownLines, listLiveRecords } from './known-lines.ts';
import type { InvoiceReason, OpenInvoice } from './match-invoices.ts';
import { matchInvoices } from './match-invoices.ts';
import type { BankLine, BankStatement } from './statement.ts';

/** What a plan is made from. */
export interface PlanInput {
  readonly statement: BankStatement;
  readonly entries: Iterable<RecordOf<'ledgerEntry'>>;
  readonly payments: Iterable<RecordOf<'payment'>>;
  readonly openInvoices: readonly OpenInvoice[];
  readonly bookCurrency: string;
  /** VAT rate suggested for sales and purchases. */
  readonly defaultVatRatePpm: number;
  /** Last closed month: nothing dated up to it can be taken. */
  readonly closedThrough?: string | undefined;
  /** Units of the book's currency for one unit of the statement's, needed when they differ. */
  readonly exchangeRate?: string;
  /** Label of an entry whose line has none, in the language of the person. */
  readonly unlabelled: string;
}

/** What a row should become. */
export type ImportSuggestion =
  | {
      readonly kind: 'ledgerEntry';
      readonly category: LedgerCategory;
      readonly vatRatePpm: number;
      /** Never empty. */
      readonly label: string;
      readonly needsReview: boolean;
    }
  | { readonly kind: 'payment'; readonly invoiceId: string };

/**
 * Why a row has its verdict; `notSeen` alone goes with `new`, `sameTransaction` alone with `alreadyThere`, `closedMonth` alone
 * with `closed`.
 */
export type ImportReason = 'notSeen' | 'zeroAmount' | 'closedMonth' | KnownReason | InvoiceReason;

/** One line of the statement and what to do with it. */
export interface ImportRow {
  readonly line: BankLine;
  readonly verdict: 'new' | 'alreadyThere' | 'doubtful' | 'closed';
  readonly reason: ImportReason;
  /** Records the line was recognised in. */
  readonly matches: readonly string[];
  /** In the currency of the book, signed. */
  readonly amountCents: number;
  /** Present when the statement is in another currency: what stands in the file, and the rate used. */
  readonly original?: { readonly amountCents: number; readonly currency: string; readonly rate: string };
  readonly suggestion: ImportSuggestion;
}

const VERDICTS: Partial<Record<ImportReason, ImportRow['verdict']>> = {
  notSeen: 'new',
  sameTransaction: 'alreadyThere',
  closedMonth: 'closed',
};

/** Whether a person may decide to take a row. */
export function isTakable({ verdict }: Pick<ImportRow, 'verdict'>): boolean {
  return verdict === 'new' || verdict === 'doubtful';
}

/**
 * Decides for each line of a statement whether it is new, already in the book, of a closed month, or for a person to decide.
 * One row a line, in the order of the lines; nothing is written. Planning again after the `new` rows were written gives no `new` row.
 * Amounts in another currency are converted, rounded half up. Time grows with lines + records, never their product.
 * Errors: `bank.currencyRateMissing`, `rate.invalid`, `amount.tooLarge`.
 */
export function planImport(input: PlanInput): Result<ImportRow[]> {
  const { statement, bookCurrency } = input;
  const compared = convertLines(input);
  if (!compared.ok) return compared;
  const lines = compared.value;
  const known = findKnownLines(lines, listLiveRecords(input.entries, input.payments), {
    accountRef: statement.accountRef,
    currency: statement.currency,
    bookCurrency,
  });
  const invoices = matchInvoices(
    lines.map(({ line, bookAmountCents }, index) =>
      bookAmountCents > 0 && known[index]?.reason !== 'sameTransaction'
        ? {
            date: line.date,
            amountCents: bookAmountCents,
            text: `${line.rawLabel} ${line.counterparty ?? ''} ${line.reference ?? ''}`,
          }
        : undefined,
    ),
    input.openInvoices,
    bookCurrency,
  );
  return ok(
    lines.map(({ line, bookAmountCents, original }, index): ImportRow => {
      const match = invoices[index];
      const found: ImportReason =
        known[index]?.reason ?? match?.reason ?? (line.amountCents === 0 ? 'zeroAmount' : 'notSeen');
      const isClosed = found !== 'sameTransaction' && isInClosedMonth(line.date, input.closedThrough);
      const reason = isClosed ? 'closedMonth' : found;
      return {
        line,
        verdict: VERDICTS[reason] ?? 'doubtful',
        reason,
        matches: known[index]?.matches ?? (match ? [match.invoiceId] : []),
        amountCents: bookAmountCents,
        ...(original === undefined ? {} : { original }),
        suggestion: match
          ? { kind: 'payment', invoiceId: match.invoiceId }
          : suggestEntry(line, bookAmountCents, input),
      };
    }),
  );
}

/** The ledger entry a line would become when it is not taken as the payment of an invoice. */
export function suggestEntry(
  line: BankLine,
  amountCents: number,
  { defaultVatRatePpm, unlabelled }: Pick<PlanInput, 'defaultVatRatePpm' | 'unlabelled'>,
): Extract<ImportSuggestion, { kind: 'ledgerEntry' }> {
  const guess = guessCategory(line.rawLabel, amountCents);
  return {
    kind: 'ledgerEntry',
    category: guess.category,
    vatRatePpm: guess.hasVat ? defaultVatRatePpm : 0,
    label:
      [line.label, line.counterparty, line.reference].find((text) => text !== undefined && text !== '') ?? unlabelled,
    needsReview: guess.needsReview,
  };
}

interface ConvertedLine {
  readonly line: BankLine;
  readonly bookAmountCents: number;
  readonly original?: { readonly amountCents: number; readonly currency: string; readonly rate: string };
}

function convertLines({ statement, bookCurrency, exchangeRate }: PlanInput): Result<ConvertedLine[]> {
  const { currency } = statement;
  if (currency === bookCurrency) {
    return ok(statement.lines.map((line) => ({ line, bookAmountCents: line.amountCents })));
  }
  if (exchangeRate === undefined || exchangeRate === '') {
    const message = `the statement is in ${currency}, the book in ${bookCurrency}: a rate is needed`;
    return fail(appError('bank.currencyRateMissing', message, { currency, bookCurrency }));
  }
  const rate = readExchangeRate(exchangeRate, currency, bookCurrency);
  if (!rate.ok) return rate;
  const converted: ConvertedLine[] = [];
  for (const line of statement.lines) {
    const amount = convertAmount(line.amountCents, rate.value);
    if (!amount.ok) return amount;
    const original = { amountCents: line.amountCents, currency, rate: rate.value.text };
    converted.push({ line, bookAmountCents: amount.value, original });
  }
  return ok(converted);
}
