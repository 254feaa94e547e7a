import { describe, expect, it } from 'vitest';
import { makeInvoice, makePayment } from './billing.test-support.ts';
import { totalByCustomer } from './customer-totals.ts';
import { listPayments } from './payment-reversal.ts';
import { invoiceState, listReceivables, sumReceivables } from './receivables.ts';

describe('receivables', () => {
  const open = makeInvoice({ grossCents: 12_000, dueDate: '2026-04-30' });
  const late = makeInvoice({ grossCents: 5000, dueDate: '2026-03-31' });
  const overpaid = makeInvoice({ grossCents: 1000, dueDate: '2026-03-31', customerId: 'customer:2' });
  const draft = makeInvoice({ status: 'draft', grossCents: 700 });
  const wrong = makePayment(open.id, 12_000);
  const payments = [
    wrong,
    makePayment(open.id, -12_000, wrong.id),
    makePayment(late.id, 1),
    makePayment(overpaid.id, 1500),
  ];
  const receivables = listReceivables([open, late, overpaid, draft, ...payments], '2026-04-01');

  it('leaves what a reversed payment gave still to collect', () => {
    expect(receivables.map(({ dueCents }) => dueCents)).toEqual([12_000, 4999, -500]);
    expect(receivables.map(({ isOverdue }) => isOverdue)).toEqual([false, true, false]);
  });

  it('is overdue the day after the due date, not on it', () => {
    expect(listReceivables([late], '2026-03-31')[0]?.isOverdue).toBe(false);
    expect(listReceivables([late], '2026-04-01')[0]?.isOverdue).toBe(true);
  });

  it('names the state', () => {
    expect(receivables.map((receivable) => invoiceState(receivable.invoice, receivable))).toEqual([
      'toCollect',
      'overdue',
      'paid',
    ]);
    expect(invoiceState(draft, undefined)).toBe('draft');
    expect(invoiceState({ ...draft, status: 'voided' }, undefined)).toBe('voided');
    expect(invoiceState(open, undefined)).toBe('toCollect');
    const [settled] = listReceivables([late, makePayment(late.id, 5000)], '2026-04-01');
    expect(settled).toMatchObject({ dueCents: 0, isOverdue: false });
    expect(invoiceState(late, settled)).toBe('paid');
  });

  it('does not set money paid in excess against other invoices', () => {
    const sums = { toCollectCents: 16_999, overdueCents: 4999, otherCurrencyDueCount: 0 };
    expect(sumReceivables(receivables, 'EUR')).toEqual(sums);
    const totals = totalByCustomer(receivables, 'EUR');
    expect(totals.get('customer:1')).toEqual({
      invoiceCount: 2,
      invoicedNetCents: 17_000,
      toCollectCents: 16_999,
      overdueCents: 4999,
      otherCurrencyCount: 0,
    });
    expect(totals.get('customer:2')?.toCollectCents).toBe(0);
  });

  it('adds no currency to another, and counts what is left out', () => {
    const foreign = makeInvoice({ currency: 'USD', grossCents: 900, dueDate: '2026-03-31' });
    const settled = makeInvoice({ currency: 'USD', grossCents: 100, dueDate: '2026-03-31' });
    const payment = makePayment(settled.id, 100);
    const inDollars = { ...payment, body: { ...payment.body, currency: 'USD' } };
    const mixed = listReceivables([open, late, foreign, settled, inDollars], '2026-04-01');
    expect(sumReceivables(mixed, 'EUR')).toEqual({
      toCollectCents: 17_000,
      overdueCents: 5000,
      otherCurrencyDueCount: 1,
    });
    expect(totalByCustomer(mixed, 'EUR').get('customer:1')).toEqual({
      invoiceCount: 4,
      invoicedNetCents: 17_000,
      toCollectCents: 17_000,
      overdueCents: 5000,
      otherCurrencyCount: 2,
    });
  });

  it('lists the payments of an invoice by their dates, those of one day as they were noted', () => {
    const noted = (date: string, createdAt: string) => ({ ...makePayment(open.id, 1), date, createdAt });
    const all = [
      noted('2026-03-02', '1'),
      noted('2026-03-01', '3'),
      noted('2026-03-01', '2'),
      noted('2026-02-28', '9'),
    ];
    const places = (payments: typeof all) =>
      listPayments(payments, open.id).map(({ payment }) => `${payment.date} ${payment.createdAt}`);
    const inOrder = ['2026-02-28 9', '2026-03-01 2', '2026-03-01 3', '2026-03-02 1'];
    expect(places(all)).toEqual(inOrder);
    expect(places(all.toReversed())).toEqual(inOrder);
    expect(listPayments(all, open.id).every(({ reversedBy }) => reversedBy === undefined)).toBe(true);
  });

  it('offers to reverse a payment once', () => {
    const lines = listPayments(payments, open.id);
    expect(lines.map(({ isReversible }) => isReversible)).toEqual([false, false]);
    expect(lines[0]?.reversedBy?.body.reverses).toBe(wrong.id);
    expect(listPayments(payments, late.id)[0]?.isReversible).toBe(true);
  });
});
