import type { RecordOf, RecordType } from '../../records/registry.ts';
import type { ImportOrigin } from '../import-bodies.ts';
import { buildEntryBody, buildPaymentBody } from '../import-bodies.ts';
import type { ImportRow } from '../plan-import.ts';

const author = { user: 'claire', device: 'd1' };
const instant = '2026-03-31T10:00:00.000Z';

/** A record with a plain envelope. */
export function makeRecord<T extends RecordType>(
  type: T,
  name: string,
  date: string,
  status: string,
  body: RecordOf<T>['body'],
): RecordOf<T> {
  return {
    id: `${type}:${name}`,
    type,
    schemaVersion: 1,
    activityId: 'activity:a1',
    date,
    status,
    createdAt: instant,
    createdBy: author,
    updatedAt: instant,
    updatedBy: author,
    edits: ['e1'],
    rev: '',
    body,
  };
}

/** An issued invoice over an amount including VAT. */
export function makeInvoice(
  number: string,
  date: string,
  grossCents: number,
  customerName: string,
): RecordOf<'invoice'> {
  const netCents = Math.round(grossCents / 1.2);
  const address = { lines: [], postalCode: '48000', city: 'Mende', country: 'FR' };
  return makeRecord('invoice', number, date, 'issued', {
    number,
    series: 'F-AB1',
    sequence: 1,
    customerId: 'customer:c1',
    customer: { name: customerName, address },
    dueDate: date,
    currency: 'EUR',
    subject: '',
    lines: [],
    totals: { byRate: [], netCents, vatCents: grossCents - netCents, grossCents },
  });
}

/** A movement noted by hand. */
export function makeNote(name: string, date: string, amountCents: number): RecordOf<'ledgerEntry'> {
  const body = { label: name, amountCents, currency: 'EUR', vatRatePpm: 0, vatCents: 0, category: 'purchase' as const };
  return makeRecord('ledgerEntry', name, date, 'active', body);
}

/** The records that writing rows of a plan gives, as the import command would. */
export function applyRows(
  rows: readonly ImportRow[],
  origin: ImportOrigin,
): { entries: RecordOf<'ledgerEntry'>[]; payments: RecordOf<'payment'>[] } {
  const entries: RecordOf<'ledgerEntry'>[] = [];
  const payments: RecordOf<'payment'>[] = [];
  rows.forEach((row, index) => {
    const name = `${origin.importId}-${String(index)}`;
    const { suggestion } = row;
    if (suggestion.kind === 'payment') {
      const body = buildPaymentBody(row, suggestion.invoiceId, origin);
      payments.push(makeRecord('payment', name, row.line.date, 'recorded', body));
    } else {
      const body = buildEntryBody(row, suggestion, origin);
      entries.push(makeRecord('ledgerEntry', name, row.line.date, 'active', body));
    }
  });
  return { entries, payments };
}
