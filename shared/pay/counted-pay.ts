import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';

/** A pay of the French payroll or of a member abroad. */
export type AnyPay = RecordOf<'salaryStatement'> | RecordOf<'abroadPay'>;

/** The types of {@link AnyPay}. */
export const PAY_TYPES = ['salaryStatement', 'abroadPay'] as const;

export function isPay(record: AnyRecord): record is AnyPay {
  return PAY_TYPES.some((type) => isOfType(record, type));
}

/** Whether the support team has still to decide about a pay. */
export function isWaitingPay(record: AnyRecord): record is AnyPay {
  return isPay(record) && (record.status === 'requested' || record.status === 'checked');
}

const GIVEN_UP = ['refused', 'cancelled'];

/** Whether a pay stands: it weighs on the account and its month is not asked again. False for refused and cancelled ones. */
export function isPayCounted(pay: { readonly status: string }): boolean {
  return !GIVEN_UP.includes(pay.status);
}
