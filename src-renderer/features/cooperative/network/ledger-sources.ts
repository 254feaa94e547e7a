import type { LedgerSources } from '../../../../shared/ledger/ledger-row.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { isOfType } from '../../../../shared/records/registry.ts';

/** Sorts the records of one book into what its ledger is built from; entries by date, then id, as the ledger wants them. */
export function listLedgerSources(records: readonly AnyRecord[], currency: string): LedgerSources {
  return {
    entries: records
      .filter((record) => isOfType(record, 'ledgerEntry'))
      .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1)),
    others: records.filter((record) => record.type !== 'ledgerEntry'),
    currency,
  };
}
