import { isPayCounted } from './counted-pay.ts';
import { netShareOfPayments } from '../billing/payment-share.ts';
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
}

/**
 * The movements of a book: every record's effect on the account, in the order of the records. Invoices give `invoiced`
 * turnover at issue and `collected` turnover with each payment. Voided, draft, refused and cancelled records give nothing.
 */
export function listMovements(records: Iterable<AnyRecord>): Movement[] {
  const movements: Movement[] = [];
  const invoices = new Map<string, RecordOf<'invoice'>>();
  const payments: RecordOf<'payment'>[] = [];
  for (const record of records) {
    if (isOfType(record, 'ledgerEntry') && record.status === 'active') pushEntry(movements, record);
    else if (isOfType(record, 'expense') && record.status === 'active') {
      push(movements, record, 'charge', -(record.body.amountCents - record.body.vatCents));
    } else if (isOfType(record, 'invoice') && record.status === 'issued') {
      invoices.set(record.id, record);
      push(movements, record, 'invoiced', record.body.totals.netCents);
    } else if (isOfType(record, 'payment')) payments.push(record);
    else if (isOfType(record, 'salaryStatement') && isPayCounted(record)) {
      push(movements, record, 'pay', -record.body.totals.totalCostCents);
    } else if (isOfType(record, 'abroadPay') && isPayCounted(record)) {
      push(movements, record, 'pay', -record.body.input.budgetMinor);
    }
  }
  pushPayments(movements, payments, invoices);
  return movements;
}

function push(movements: Movement[], record: AnyRecord, kind: MovementKind, amountCents: number): void {
  movements.push({ recordId: record.id, date: record.date, kind, amountCents: amountCents === 0 ? 0 : amountCents });
}

function pushEntry(movements: Movement[], entry: RecordOf<'ledgerEntry'>): void {
  const net = entry.body.amountCents - entry.body.vatCents;
  switch (entry.body.category) {
    case 'sale':
      // A direct sale is paid on the spot: invoiced and collected at once.
      push(movements, entry, 'collected', net);
      push(movements, entry, 'invoiced', net);
      return;
    case 'otherIncome':
      push(movements, entry, 'otherIncome', net);
      return;
    case 'transfer':
      return;
    default:
      push(movements, entry, 'charge', net);
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
    push(movements, payment, 'collected', netShareOfPayments(totals, after) - netShareOfPayments(totals, before));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
