import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import type { ListRecords } from '../../shared/cooperative/settings-in-force.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import type { Couch } from './connect.ts';
import { toRecordValue } from './stored-record.ts';

/** What stands in the commons now, by type. */
export async function readCommons(couch: Couch): Promise<ListRecords> {
  const documents = await couch.database(COMMONS_DATABASE).list('');
  // Checked when they were written.
  const records = documents
    .filter(({ _id }) => !_id.startsWith('_'))
    .map((stored) => toRecordValue(stored) as unknown as AnyRecord);
  return (type) => records.filter((record) => isOfType(record, type));
}
