import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../records/envelope.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { listPaidInvoices } from './paid-invoices.ts';

const context = sampleContext();
const invoice: AnyRecord = {
  ...sampleInvoice(context, { date: '2026-01-15', netCents: 1000, vatCents: 200 }),
  status: 'issued',
};
const paid = (date: string, amountCents: number) =>
  samplePayment(context, { date, invoiceId: invoice.id, amountCents });

/** Payments with what was paid before each, as `listPaidInvoices` finds it in records of one order. */
function before(payments: readonly ReturnType<typeof paid>[], records: readonly AnyRecord[]): number[] {
  const invoices = listPaidInvoices([invoice, ...records]);
  return payments.map((payment) => invoices.paidBefore(payment));
}

describe('what was paid of an invoice before a payment', () => {
  it('goes by the day of the payments, not by the order in which they were noted', () => {
    const payments = [paid('2026-03-01', 300), paid('2026-01-20', 400), paid('2026-02-10', 500)];
    expect(before(payments, payments)).toEqual([900, 0, 400]);
    expect(before(payments, payments.toReversed())).toEqual([900, 0, 400]);
  });

  it('goes by their ids on one day, so that every device finds the same', () => {
    const payments = [paid('2026-01-20', 1), paid('2026-01-20', 10), paid('2026-01-20', 100)];
    expect(before(payments, payments)).toEqual([0, 1, 11]);
    expect(before(payments, payments.toReversed())).toEqual([0, 1, 11]);
  });

  it('is nothing for a payment of another invoice, and for one that is not there', () => {
    const other = samplePayment(context, { date: '2026-02-01', invoiceId: 'invoice:other', amountCents: 50 });
    const payments = [paid('2026-01-20', 300), other, paid('2026-02-10', 500)];
    expect(before([other], payments)).toEqual([0]);
    expect(before([paid('2026-03-01', 1)], payments)).toEqual([0]);
  });
});
