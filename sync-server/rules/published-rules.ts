import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { publishRules } from '../../shared/cooperative/published-rules.ts';
import type { Couch } from '../couch/connect.ts';
import { toRecordValue } from '../couch/stored-record.ts';

/** What of the cooperative's settings the rules of every book carry, as it stands in `commons` now. */
export async function readPublishedRules(couch: Couch): Promise<PublishedRules> {
  return publishRules(await list(couch, 'payrollVersion'), await list(couch, 'cooperativeSettings'));
}

async function list<T extends RecordType>(couch: Couch, type: T): Promise<RecordOf<T>[]> {
  const documents = await couch.database(COMMONS_DATABASE).list(`${type}:`);
  // Checked when they were written.
  return documents.map((stored) => toRecordValue(stored) as unknown as RecordOf<T>);
}
