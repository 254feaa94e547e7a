/** Words for each way to pay, most used first. */
export const METHOD_LABELS = {
  transfer: 'methodTransfer',
  cheque: 'methodCheque',
  card: 'methodCard',
  cash: 'methodCash',
  directDebit: 'methodDirectDebit',
} as const;

/** A way to pay, as the record names it. */
export type PaymentMethod = keyof typeof METHOD_LABELS;

/** The ways to pay in the order they are offered. */
export const PAYMENT_METHODS = Object.keys(METHOD_LABELS) as PaymentMethod[];
