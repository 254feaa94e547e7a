import type { RecordOf } from '../../../shared/records/registry.ts';
import { isOfType } from '../../../shared/records/registry.ts';
import { readKeptVersion } from './conflict-copy.ts';

/**
 * Issued invoices that only a conflict copy holds any more: another device issued the same draft first. A customer may have
 * them, so their numbers are never given again.
 */
export function listKeptInvoices(copies: Iterable<RecordOf<'conflictCopy'>>): RecordOf<'invoice'>[] {
  const kept = [...copies].map(readKeptVersion).filter((record) => record !== undefined);
  return kept.filter((record) => isOfType(record, 'invoice')).filter(({ status }) => status === 'issued');
}
