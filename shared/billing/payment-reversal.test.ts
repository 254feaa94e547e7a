import { expect, it } from 'vitest';
import { makePayment } from './billing.test-support.ts';
import { reversalOf } from './payment-reversal.ts';

it('takes back the whole amount, in the same currency and by the same means', () => {
  const payment = makePayment('invoice:1', 12_050);
  const { currency, method } = payment.body;
  expect(reversalOf(payment)).toEqual({
    invoiceId: 'invoice:1',
    amountCents: -12_050,
    currency,
    method,
    reverses: payment.id,
  });
});

it('nothing is taken back as nothing, which has no sign', () => {
  expect(reversalOf(makePayment('invoice:1', 0)).amountCents).toBe(0);
});
