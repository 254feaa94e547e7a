import type { Bodies, RecordOf } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';

let count = 0;

const context = {
  author: { user: 'awa', device: 'D1' },
  clock: () => '2026-01-01T00:00:00.000Z',
  newId: () => {
    count += 1;
    return `N${String(count).padStart(6, '0')}`;
  },
};

/** An issued invoice (or a draft) of the given gross amount. */
export function makeInvoice(
  fields: Partial<Bodies['invoice']> & {
    readonly grossCents?: number;
    readonly date?: string;
    readonly status?: string;
  },
): RecordOf<'invoice'> {
  const { grossCents = 12_000, date = '2026-03-01', status = 'issued', ...body } = fields;
  return createRecord(context, {
    type: 'invoice',
    activityId: 'A1',
    date,
    status,
    body: {
      number: '',
      series: '',
      sequence: 0,
      customerId: 'customer:1',
      dueDate: '2026-03-31',
      currency: 'EUR',
      subject: '',
      lines: [],
      totals: { byRate: [], netCents: grossCents, vatCents: 0, grossCents },
      ...body,
    },
  });
}

/** A payment of an invoice. */
export function makePayment(invoiceId: string, amountCents: number, reverses?: string): RecordOf<'payment'> {
  return createRecord(context, {
    type: 'payment',
    activityId: 'A1',
    date: '2026-03-05',
    status: 'recorded',
    body: {
      invoiceId,
      amountCents,
      currency: 'EUR',
      method: 'transfer',
      ...(reverses === undefined ? {} : { reverses }),
    },
  });
}
