import type { AnyRecord } from '../records/envelope.ts';
import { PAY_COUNTED, PAY_WAITING } from '../records/life-cycles.ts';
import type { PayType, RecordOf } from '../records/registry.ts';
import { isRecordType, RECORD_TYPES, TYPE_NAMES } from '../records/registry.ts';

/** A pay of the French payroll or of a member abroad. */
export type AnyPay = { [T in PayType]: RecordOf<T> }[PayType];

/** The types of {@link AnyPay}. */
export const PAY_TYPES = TYPE_NAMES.filter((type): type is PayType => RECORD_TYPES[type].isPay);

export function isPay(record: AnyRecord): record is AnyPay {
  return isRecordType(record.type) && RECORD_TYPES[record.type].isPay;
}

/** Whether the support team has still to decide about a pay. */
export function isWaitingPay(record: AnyRecord): record is AnyPay {
  return isPay(record) && PAY_WAITING.some((status) => status === record.status);
}

/** Whether a pay stands: it weighs on the account and its month is not asked again. False for refused and cancelled ones. */
export function isPayCounted(pay: { readonly status: string }): boolean {
  return PAY_COUNTED.some((status) => status === pay.status);
}
