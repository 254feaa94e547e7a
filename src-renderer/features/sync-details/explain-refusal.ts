import type { AppError } from '../../../shared/core/errors.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { RefusedRecord } from '../../sync/refused-records.ts';

/** The reason with the values its sentence needs, which the server can only tell inside its own words. */
export function explainRefusal({ error }: Pick<RefusedRecord, 'error'>): AppError {
  if (error.details !== undefined) return error;
  const path = /\bat ([\w.]+)/.exec(error.message)?.[1];
  if (error.code === 'record.invalid') return { ...error, details: { path: path ?? '?' } };
  const month = /\b(\d{4}-\d\d)\b/.exec(error.message)?.[1];
  if (error.code === 'period.closed') return { ...error, details: { month: month ?? '?' } };
  const lastDate = /\b(\d{4}-\d\d-\d\d)\b/.exec(error.message)?.[1];
  if (error.code === 'billing.dateBeforeSeries') return { ...error, details: { lastDate: lastDate ?? '?' } };
  return error;
}

/** Key of what a person can do about a record of a closed month, by what may still change of it; the codes are ours. */
export function closedMonthAdvice({
  type,
  status,
  rev,
}: AnyRecord): `closedMonth.${'invoice' | 'payment' | 'edited' | 'removed' | 'dated'}` {
  if (type === 'invoice' && status === 'issued') return 'closedMonth.invoice';
  if (rev !== '') return 'closedMonth.edited';
  if (type === 'payment') return 'closedMonth.payment';
  return status === 'voided' ? 'closedMonth.removed' : 'closedMonth.dated';
}

/** The member a refusal is about: `amountCents` for `body.amountCents`; empty when it names none. */
export function refusedField(error: AppError): string {
  const path = error.details?.['path'];
  if (typeof path !== 'string') return '';
  return path.split('.').findLast((part) => !/^(\d+|\?)$/.test(part)) ?? '';
}
