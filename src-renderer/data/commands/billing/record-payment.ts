import { encodeUtf8 } from '../../../../shared/core/utf8.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import type { PaymentBody } from '../../../../shared/records/payment.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { localToday } from '../../local-today.ts';
import { readByIds } from '../../storage-access.ts';

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
  const { context } = store.parts;
  if (amountCents <= 0) return fail(appError('amount.invalid', 'a payment is above zero'));
  if (date > localToday(new Date(context.clock()))) return fail(appError('billing.dateInFuture', 'a day to come'));
  const invoice = await readRecord(store, invoiceId);
  if (invoice === undefined || !isOfType(invoice, 'invoice')) return fail(appError('record.notFound', invoiceId));
  if (invoice.status !== 'issued') return fail(appError('record.transition', 'only an issued invoice is paid'));
  const note = payment.note.trim();
  const after = createRecord(context, {
    type: 'payment',
    activityId: invoice.activityId,
    date,
    status: 'recorded',
    body: { invoiceId, amountCents, currency: invoice.body.currency, method, ...(note === '' ? {} : { note }) },
  });
  const done = await store.write('paymentRecorded', [{ before: undefined, after }]);
  return done.ok ? ok(after) : done;
}

/**
 * Takes a payment back by an opposite one, dated today: nothing recorded is ever changed. Its id is made from the id of
 * the payment, so that two windows, or two devices without a network, cannot take the same payment back twice.
 * Errors: `record.notFound`, `billing.alreadyReversed`, `record.transition` (a reversal itself), those of a write.
 */
export async function reversePayment(store: BookStore, paymentId: string): Promise<Result<RecordOf<'payment'>>> {
  const { context } = store.parts;
  const payment = await readRecord(store, paymentId);
  if (payment === undefined || !isOfType(payment, 'payment')) return fail(appError('record.notFound', paymentId));
  if (payment.body.reverses !== undefined) return fail(appError('record.transition', 'a reversal stays'));
  const id = `payment:r-${hashBytes(encodeUtf8(paymentId)).slice(0, 26)}`;
  if ((await readRecord(store, id)) !== undefined) return fail(appError('billing.alreadyReversed', paymentId));
  const { invoiceId, amountCents, currency, method } = payment.body;
  const after = createRecord(context, {
    type: 'payment',
    id,
    activityId: payment.activityId,
    date: localToday(new Date(context.clock())),
    status: 'recorded',
    body: { invoiceId, amountCents: -amountCents, currency, method, reverses: paymentId },
  });
  const done = await store.write('paymentReversed', [{ before: undefined, after }]);
  return done.ok ? ok(after) : done;
}

async function readRecord(store: BookStore, id: string) {
  const { book } = store.parts.collections;
  return book === undefined ? undefined : (await readByIds(book, [id])).get(id);
}
