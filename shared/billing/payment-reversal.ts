import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import type { PaymentBody } from '../records/payment.ts';
import type { RecordOf } from '../records/registry.ts';

/** A payment of an invoice and whether a later one takes it back. */
export interface PaymentLine {
  readonly payment: RecordOf<'payment'>;
  /** The payment that reverses this one. */
  readonly reversedBy: RecordOf<'payment'> | undefined;
  /** A recorded payment that is neither a reversal nor reversed may be reversed once. */
  readonly isReversible: boolean;
}

/** The payments of one invoice in the order of their dates. */
export function listPayments(payments: Iterable<RecordOf<'payment'>>, invoiceId: string): PaymentLine[] {
  const own = [...payments].filter((payment) => payment.body.invoiceId === invoiceId);
  const reversals = new Map(
    own.flatMap((payment) => (payment.body.reverses === undefined ? [] : [[payment.body.reverses, payment] as const])),
  );
  return own
    .toSorted((a, b) => (a.date === b.date ? (a.createdAt < b.createdAt ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map((payment) => {
      const reversedBy = reversals.get(payment.id);
      return { payment, reversedBy, isReversible: reversedBy === undefined && payment.body.reverses === undefined };
    });
}

/** Whether a payment that says it takes another back does: one that is there, is no reversal itself and is its opposite. */
export function isReversalOf({ body }: RecordOf<'payment'>, reversed: RecordOf<'payment'> | undefined): boolean {
  if (reversed === undefined || reversed.body.reverses !== undefined) return false;
  const { invoiceId, currency, amountCents } = reversed.body;
  return body.invoiceId === invoiceId && body.currency === currency && body.amountCents + amountCents === 0;
}

/** The one id of the payment that takes a payment back: nobody does it twice, from two windows or from two devices without a network. */
export function reversalId(paymentId: string, hash: Hasher): string {
  return `payment:r-${hash(encodeUtf8(paymentId)).slice(0, 26)}`;
}

/** What the payment says that takes this one back: the opposite amount, to the cent. */
export function reversalOf({ id, body }: RecordOf<'payment'>): PaymentBody {
  const { invoiceId, amountCents, currency, method } = body;
  // Not -0, which is written as 0 and read back as another number.
  return { invoiceId, amountCents: amountCents === 0 ? 0 : -amountCents, currency, method, reverses: id };
}
