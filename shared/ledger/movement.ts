import { netShareOfPayments } from '../billing/payment-share.ts';
import { isInItsMonth } from '../records/closed-months.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';

/** What a movement does to the activity account. */
export type MovementKind = 'collected' | 'invoiced' | 'otherIncome' | 'charge' | 'pay';

/** One effect of one record on the activity account, excluding VAT, signed (money in is positive). */
export interface Movement {
  readonly recordId: string;
  readonly date: string;
  readonly kind: MovementKind;
  readonly amountCents: number;
  /** Turnover from another activity of the cooperative. */
  readonly isInternal?: boolean;
  /** A purchase, which the gross margin leaves out of turnover. */
  readonly isPurchase?: boolean;
  /** A charge on which the contribution is given back, where the rule does so. */
  readonly givesBack?: boolean;
}

/**
 * The movements of a book: every record's effect on the account, in the order of the records. Invoices give `invoiced`
 * turnover at issue and `collected` turnover with each payment, not before the invoice itself. Voided, draft, refused and cancelled records give nothing.
 */
export function listMovements(records: Iterable<AnyRecord>): Movement[] {
  const movements: Movement[] = [];
  const invoices = new Map<string, RecordOf<'invoice'>>();
  const payments: RecordOf<'payment'>[] = [];
  for (const record of records) {
    if (isOfType(record, 'ledgerEntry') && record.status === 'active') pushEntry(movements, record);
    else if (isOfType(record, 'expense') && record.status === 'active') {
      push(movements, record, 'charge', -(record.body.amountCents - record.body.vatCents), {
        givesBack: record.body.givesContributionBack === true,
      });
    } else if (isOfType(record, 'invoice') && record.status === 'issued') {
      invoices.set(record.id, record);
      push(movements, record, 'invoiced', record.body.totals.netCents, {
        isInternal: record.body.customer?.isInternal === true,
      });
    } else if (isOfType(record, 'payment')) payments.push(record);
    else if (isOfType(record, 'salaryStatement') && isInItsMonth(record)) {
      push(movements, record, 'pay', -record.body.totals.totalCostCents);
    } else if (isOfType(record, 'abroadPay') && isInItsMonth(record)) {
      push(movements, record, 'pay', -record.body.input.budgetMinor);
    }
  }
  pushPayments(movements, payments, invoices);
  return movements;
}

type Marks = Pick<Movement, 'isInternal' | 'isPurchase' | 'givesBack'>;

function push(
  movements: Movement[],
  record: AnyRecord,
  kind: MovementKind,
  amountCents: number,
  marks: Marks = {},
  date = record.date,
): void {
  const { id: recordId } = record;
  const set = Object.fromEntries(Object.entries(marks).filter(([, isSet]) => isSet));
  movements.push({ recordId, date, kind, amountCents: amountCents === 0 ? 0 : amountCents, ...set });
}

function pushEntry(movements: Movement[], entry: RecordOf<'ledgerEntry'>): void {
  const net = entry.body.amountCents - entry.body.vatCents;
  switch (entry.body.category) {
    case 'sale':
      // A direct sale is paid on the spot: invoiced and collected at once.
      push(movements, entry, 'collected', net, { isInternal: entry.body.isInternal === true });
      push(movements, entry, 'invoiced', net, { isInternal: entry.body.isInternal === true });
      return;
    case 'otherIncome':
      push(movements, entry, 'otherIncome', net);
      return;
    case 'transfer':
      return;
    default:
      push(movements, entry, 'charge', net, {
        isPurchase: entry.body.category === 'purchase',
        givesBack: entry.body.givesContributionBack === true,
      });
  }
}

function pushPayments(
  movements: Movement[],
  payments: RecordOf<'payment'>[],
  invoices: ReadonlyMap<string, RecordOf<'invoice'>>,
): void {
  const paidCents = new Map<string, number>();
  const ordered = payments.toSorted((a, b) => (a.date === b.date ? compare(a.id, b.id) : compare(a.date, b.date)));
  for (const payment of ordered) {
    const invoice = invoices.get(payment.body.invoiceId);
    if (invoice === undefined) continue;
    const before = paidCents.get(invoice.id) ?? 0;
    const after = before + payment.body.amountCents;
    paidCents.set(invoice.id, after);
    const { totals } = invoice.body;
    const cents = netShareOfPayments(totals, after) - netShareOfPayments(totals, before);
    const marks = { isInternal: invoice.body.customer?.isInternal === true };
    // Noted before there was an invoice it moved nothing: a later invoice must not reach back into its month.
    push(movements, payment, 'collected', cents, marks, payment.date < invoice.date ? invoice.date : payment.date);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
