import type { AppError } from '../../../../shared/core/errors.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { isForGood } from '../../../../shared/records/check-transition.ts';
import { isRetired } from '../../../../shared/records/retired.ts';
import { isMonth } from '../../../../shared/time/month.ts';
import { isHandedOut } from '../../../data/commands/device/set-aside.ts';
import type { RefusedRecord } from '../../../sync/refused-records.ts';

/** The reason with the values its sentence needs, which the server can only tell inside its own words. */
export function explainRefusal({ error, record }: Pick<RefusedRecord, 'error' | 'record'>): AppError {
  // The server's words are for the version that wrote it.
  if (error.code === 'record.tooNew' && isRetired(record.type)) return { ...error, code: 'record.retired' };
  if (error.details !== undefined) return error;
  const find = (pattern: RegExp): string | undefined => pattern.exec(error.message)?.[1];
  const path = find(/\bat ([\w.]+)/);
  if (error.code === 'record.invalid') return { ...error, details: { path: path ?? '?' } };
  const date = find(/\b(\d{4}-\d\d-\d\d)\b/);
  if (error.code === 'billing.dateBeforeSeries') return { ...error, details: { lastDate: date ?? '?' } };
  const month = find(/\b(\d{4}-\d\d)\b(?!-)/);
  if (error.code === 'period.closed') return { ...error, details: { month: month ?? '?' } };
  const details = { ...(date !== undefined && { date }), ...(month !== undefined && { month }) };
  return Object.keys(details).length === 0 ? error : { ...error, details };
}

/** Key of what a person can do about a record of a closed month, by what may still change of it; the codes are ours. */
export function closedMonthAdvice(
  record: AnyRecord,
): `closedMonth.${'handedOut' | 'edited' | 'removed' | 'final' | 'dated'}` {
  if (isHandedOut(record)) return 'closedMonth.handedOut';
  if (record.rev !== '') return 'closedMonth.edited';
  if (record.status === 'voided') return 'closedMonth.removed';
  return isForGood(record) ? 'closedMonth.final' : 'closedMonth.dated';
}

/** Whether months were opened again since a refusal for a closed one. `closedThrough` as in `checkClosedMonths`. */
export function isOpenedSince({ code, details }: AppError, closedThrough: string | undefined): boolean {
  const month = details?.['month'];
  return code === 'period.closed' && typeof month === 'string' && isMonth(month) && (closedThrough ?? '') < month;
}

/** The member a refusal is about: `amountCents` for `body.amountCents`; empty when it names none. */
export function refusedField(error: AppError): string {
  const path = error.details?.['path'];
  if (typeof path !== 'string') return '';
  return path.split('.').findLast((part) => !/^(\d+|\?)$/.test(part)) ?? '';
}
