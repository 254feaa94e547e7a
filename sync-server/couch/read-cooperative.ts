import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import type { CooperativeSettingsBody } from '../../shared/records/cooperative-settings.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { findCooperative } from '../../shared/cooperative/published-rules.ts';
import type { Couch } from './connect.ts';
import { toRecordValue } from './stored-record.ts';

/** The settings of the cooperative, as devices choose them; `undefined` before there are any. */
export async function readCooperative(couch: Couch): Promise<CooperativeSettingsBody | undefined> {
  const documents = await couch.database(COMMONS_DATABASE).list('cooperativeSettings:');
  // Checked when they were written.
  const records = documents.map((stored) => toRecordValue(stored) as unknown as RecordOf<'cooperativeSettings'>);
  return findCooperative(records);
}
