import type { Hasher } from '../core/ports.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { isOfType } from '../records/registry.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { findAbroadPayDifferences } from './abroad-figures.ts';
import type { Difference } from './difference.ts';
import { MAX_DIFFERENCES } from './difference.ts';
import { findInvoiceDifferences } from './invoice-figures.ts';
import { findPriceDifferences } from './price-figures.ts';
import { findStatementDifferences } from './statement-figures.ts';

/** Recomputes every computed figure of a record with the shared rules; an empty list means that all of them follow. */
export function checkFigures(
  record: AnyRecord,
  hash: Hasher,
  versions: readonly PayrollParameters[] = PAYROLL_PARAMETERS,
): readonly Difference[] {
  return findDifferences(record, hash, versions).slice(0, MAX_DIFFERENCES);
}

function findDifferences(record: AnyRecord, hash: Hasher, versions: readonly PayrollParameters[]): Difference[] {
  if (isOfType(record, 'invoice')) return findInvoiceDifferences(record, hash);
  if (isOfType(record, 'salaryStatement')) return findStatementDifferences(record, hash, versions);
  if (isOfType(record, 'abroadPay')) return findAbroadPayDifferences(record, hash);
  if (isOfType(record, 'ledgerEntry') || isOfType(record, 'expense')) return findPriceDifferences(record);
  return [];
}
