import { reversalId, reversalOf } from '../../../../shared/billing/payment-reversal.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { PaymentBody } from '../../../../shared/records/payment.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { todayOf } from '../../local-today.ts';
import { readOne } from '../../read-one.ts';
import { addOne } from '../../write-one.ts';

/** Money received for an issued invoice. */
export interface NewPayment {
  readonly invoiceId: string;
  /** Including VAT, above zero. */
  readonly amountCents: number;
  readonly date: string;
  readonly method: PaymentBody['method'];
  readonly note: string;
}

/**
 * Records money received for an issued invoice. More than what is due is allowed: customers do pay too much.
 * Errors: `amount.invalid`, `billing.dateInFuture`, `record.notFound`, `record.transition` (not issued), those of a write.
 */
export async function recordPayment(store: BookStore, payment: NewPayment): Promise<Result<RecordOf<'payment'>>> {
  const { invoiceId, amountCents, date, method } = payment;
  if (amountCents <= 0) return fail(appError('amount.invalid', 'a payment is above zero'));
  if (date > todayOf(store.parts.context)) return fail(appError('billing.dateInFuture', 'a day to come'));
  const invoice = await readOne(store, 'invoice', invoiceId);
  if (invoice === undefined) return fail(appError('record.notFound', invoiceId));
  if (invoice.status !== 'issued') return fail(appError('record.transition', 'only an issued invoice is paid'));
  const note = payment.note.trim();
  const { currency } = invoice.body;
  return addOne(store, 'paymentRecorded', {
    type: 'payment',
    activityId: invoice.activityId,
    date,
    status: 'recorded',
    body: { invoiceId, amountCents, currency, method, ...(note === '' ? {} : { note }) },
  });
}

/**
 * Takes a payment back by an opposite one, dated today: nothing recorded is ever changed. There is one
 * id for it ({@link reversalId}).
 * Errors: `record.notFound`, `billing.alreadyReversed`, `record.transition` (a reversal itself), those of a write.
 */
export async function reversePayment(store: BookStore, paymentId: string): Promise<Result<RecordOf<'payment'>>> {
  const payment = await readOne(store, 'payment', paymentId);
  if (payment === undefined) return fail(appError('record.notFound', paymentId));
  if (payment.body.reverses !== undefined) return fail(appError('record.transition', 'a reversal stays'));
  const id = reversalId(paymentId, hashBytes);
  if ((await readOne(store, 'payment', id)) !== undefined) {
    return fail(appError('billing.alreadyReversed', paymentId));
  }
  return addOne(store, 'paymentReversed', {
    type: 'payment',
    id,
    activityId: payment.activityId,
    status: 'recorded',
    body: reversalOf(payment),
  });
}
