import type { RecordOf } from '../records/registry.ts';
import { normaliseLabel } from './bank-label.ts';

/** An issued invoice and what is still due on it, including VAT, in its own currency. */
export interface OpenInvoice {
  readonly invoice: RecordOf<'invoice'>;
  readonly dueCents: number;
}

/** A credit that may pay an invoice, its amount in the currency of the book. */
export interface Credit {
  readonly date: string;
  readonly text: string;
  readonly amountCents: number;
}

/** Why an invoice is thought to be paid by a credit, strongest first. */
export type InvoiceReason = 'paysInvoice' | 'paysPartOfInvoice' | 'sameAmountAsInvoice';

/** An invoice found for a credit. */
export interface InvoiceMatch {
  readonly reason: InvoiceReason;
  readonly invoiceId: string;
}

const LEGAL_FORMS = new Set([
  'SARL',
  'SAS',
  'SASU',
  'EURL',
  'SCOP',
  'SCIC',
  'SCI',
  'SNC',
  'EARL',
  'GAEC',
  'ASSOCIATION',
  'MME',
  'MR',
  'MONSIEUR',
  'MADAME',
  'LES',
  'DES',
  'THE',
  'AND',
]);
const MAX_NUMBER_WORDS = 6;

/**
 * Finds the invoice each credit may pay; one invoice answers for one credit. In this order: its number stands in the
 * label and the whole amount due came in; the customer's name stands there and the amount is equal; its number stands
 * there and a part came in; only the amount is equal and the invoice is not younger than the credit.
 */
export function matchInvoices(
  credits: readonly (Credit | undefined)[],
  open: readonly OpenInvoice[],
  bookCurrency: string,
): (InvoiceMatch | undefined)[] {
  const found: (InvoiceMatch | undefined)[] = credits.map(() => undefined);
  const candidates = open.filter(({ invoice, dueCents }) => dueCents > 0 && invoice.body.currency === bookCurrency);
  const taken = new Set<string>();
  const byNumber = new Map(candidates.map((candidate) => [compactNumber(candidate.invoice.body.number), candidate]));
  const byName = groupBy(candidates, ({ invoice, dueCents }) => {
    const [first] = nameWords(invoice.body.customer?.name ?? '');
    return first === undefined ? '' : `${String(dueCents)} ${first}`;
  });
  const byAmount = groupBy(candidates, ({ dueCents }) => String(dueCents));
  const words = credits.map((credit) => (credit === undefined ? [] : normaliseLabel(credit.text).split(' ')));

  assign('paysInvoice', (credit, label) =>
    invoicesNamed(label).find((named) => isFree(named) && named.dueCents === credit.amountCents),
  );
  assign('paysInvoice', (credit, label) => {
    for (const word of label) {
      const named = byName
        .get(`${String(credit.amountCents)} ${word}`)
        ?.find((candidate) => isFree(candidate) && hasName(candidate, label));
      if (named !== undefined) return named;
    }
    return undefined;
  });
  assign('paysPartOfInvoice', (credit, label) =>
    invoicesNamed(label).find((named) => isFree(named) && named.dueCents > credit.amountCents),
  );
  assign('sameAmountAsInvoice', (credit) => {
    const group = byAmount.get(String(credit.amountCents)) ?? [];
    while (group[0] !== undefined && !isFree(group[0])) group.shift();
    return group[0] !== undefined && group[0].invoice.date <= credit.date ? group[0] : undefined;
  });
  return found;

  function assign(
    reason: InvoiceReason,
    find: (credit: Credit, label: readonly string[]) => OpenInvoice | undefined,
  ): void {
    credits.forEach((credit, index) => {
      if (credit === undefined || found[index] !== undefined) return;
      const match = find(credit, words[index] ?? []);
      if (match === undefined) return;
      taken.add(match.invoice.id);
      found[index] = { reason, invoiceId: match.invoice.id };
    });
  }

  function isFree(candidate: OpenInvoice): boolean {
    return !taken.has(candidate.invoice.id);
  }

  /** Invoices whose number stands in the label, however the bank cut it into words. */
  function invoicesNamed(label: readonly string[]): OpenInvoice[] {
    const named: OpenInvoice[] = [];
    for (let from = 0; from < label.length; from += 1) {
      for (let to = from + 1; to <= Math.min(label.length, from + MAX_NUMBER_WORDS); to += 1) {
        const candidate = byNumber.get(label.slice(from, to).join(''));
        if (candidate !== undefined) named.push(candidate);
      }
    }
    return named;
  }
}

function compactNumber(number: string): string {
  const compact = normaliseLabel(number).replaceAll(' ', '');
  // A number such as `12` would be found in every label.
  return compact.length >= 5 ? compact : `? ${number}`;
}

function nameWords(name: string): string[] {
  return normaliseLabel(name)
    .split(' ')
    .filter((word) => word.length >= 3 && !LEGAL_FORMS.has(word));
}

function hasName({ invoice }: OpenInvoice, label: readonly string[]): boolean {
  return nameWords(invoice.body.customer?.name ?? '').every((word) => label.includes(word));
}

/** Groups by a key, oldest invoice first; an empty key leaves the invoice out. */
function groupBy(open: readonly OpenInvoice[], keyOf: (candidate: OpenInvoice) => string): Map<string, OpenInvoice[]> {
  const groups = new Map<string, OpenInvoice[]>();
  for (const candidate of open.toSorted((a, b) =>
    a.invoice.date < b.invoice.date ? -1 : a.invoice.date > b.invoice.date ? 1 : 0,
  )) {
    const key = keyOf(candidate);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return groups;
}
