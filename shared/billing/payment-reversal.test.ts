import { describe, expect, it } from 'vitest';
import { hash } from '../testing/hash.ts';
import { makePayment } from './billing.test-support.ts';
import { isReversalOf, reversalId, reversalOf } from './payment-reversal.ts';

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

describe('a payment takes another back', () => {
  const payment = makePayment('invoice:1', 12_050);
  const back = makePayment('invoice:1', -12_050, payment.id);

  it('that is there, with the opposite amount', () => {
    expect(isReversalOf(back, payment)).toBe(true);
    const given = makePayment('invoice:1', -300);
    expect(isReversalOf(makePayment('invoice:1', 300, given.id), given)).toBe(true);
  });

  it('not one that is not there', () => {
    expect(isReversalOf(back, undefined)).toBe(false);
  });

  it('not one that takes back itself', () => {
    expect(isReversalOf(makePayment('invoice:1', 12_050, back.id), back)).toBe(false);
  });

  it('not one of another invoice, of another currency or of another amount', () => {
    expect(isReversalOf(makePayment('invoice:2', -12_050, payment.id), payment)).toBe(false);
    expect(isReversalOf({ ...back, body: { ...back.body, currency: 'JPY' } }, payment)).toBe(false);
    expect(isReversalOf(makePayment('invoice:1', -12_049, payment.id), payment)).toBe(false);
    expect(isReversalOf(makePayment('invoice:1', 12_050, payment.id), payment)).toBe(false);
  });
});

it('what takes a payment back has one id, on every device', () => {
  const id = reversalId('payment:1', hash);
  expect(id).toMatch(/^payment:r-[0-9a-f]{26}$/);
  expect(reversalId('payment:1', hash)).toBe(id);
  expect(reversalId('payment:2', hash)).not.toBe(id);
});
