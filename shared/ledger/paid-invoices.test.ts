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

describe('what a payment pays', () => {
  const [first, second] = [paid('2026-01-20', 700), paid('2026-03-01', 100)];
  /** What is paid with the second payment when something else was noted between them. */
  const with100 = (between: ReturnType<typeof paid>): number =>
    listPaidInvoices([invoice, first, between, second]).paidAfter(second);
  const reversing = (amountCents: number, reverses: string): ReturnType<typeof paid> => {
    const payment = paid('2026-02-10', amountCents);
    return { ...payment, body: { ...payment.body, reverses } };
  };

  it('is its amount, and what was given back is paid no longer', () => {
    expect(with100(paid('2026-02-10', 200))).toBe(1000);
    expect(with100(paid('2026-02-10', -200))).toBe(600);
    expect(with100(reversing(-700, first.id))).toBe(100);
  });

  it('money that goes out counts, whatever it says that it takes back', () => {
    expect(with100(reversing(-200, 'payment:gone'))).toBe(600);
  });

  it('money that comes in for what it does not take back pays nothing', () => {
    expect(with100(reversing(200, 'payment:gone'))).toBe(800);
    expect(with100(reversing(200, first.id))).toBe(800);
  });
});
