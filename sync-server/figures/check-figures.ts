import type { Hasher } from '../../shared/core/ports.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import type { Difference } from './difference.ts';
import { MAX_DIFFERENCES } from './difference.ts';
import { findInvoiceDifferences } from './invoice-figures.ts';
import { findStatementDifferences } from './statement-figures.ts';

/** Recomputes every computed figure of a record with the shared rules; an empty list means that all of them follow. */
export function checkFigures(record: AnyRecord, hash: Hasher): readonly Difference[] {
  if (isOfType(record, 'invoice')) return findInvoiceDifferences(record, hash).slice(0, MAX_DIFFERENCES);
  if (isOfType(record, 'salaryStatement')) return findStatementDifferences(record, hash).slice(0, MAX_DIFFERENCES);
  return [];
}

/** Whether the server gives a verdict on a record: its figures left the device for good. */
export function isVerifiable(record: AnyRecord): boolean {
  return record.type === 'salaryStatement' || (record.type === 'invoice' && record.status === 'issued');
}
