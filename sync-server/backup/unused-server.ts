import { COMMONS_DATABASE, NETWORK_DATABASE, OFFICE_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import { RULES_DOCUMENT } from '../rules/design-documents.ts';
import { OWNED_DOCUMENT } from '../rules/owned-view.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import { purgeDocuments } from '../couch/purge-documents.ts';
import { TOTALS_DOCUMENT } from '../rules/totals-view.ts';
import { INSTANCE_NOTE } from '../system/instance.ts';
import { isBackedUp, USERS_DESIGN } from './backup-line.ts';

const PAGE = 1_000;

/** What a server holds that was provisioned and never used. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  _users: [USERS_DESIGN],
  [ACCOUNTS_DATABASE]: [INSTANCE_NOTE, OWNED_DOCUMENT],
  [COMMONS_DATABASE]: [RULES_DOCUMENT],
  [OFFICE_DATABASE]: [RULES_DOCUMENT],
  [NETWORK_DATABASE]: [RULES_DOCUMENT, TOTALS_DOCUMENT],
};

/** The first database that holds more than provisioning leaves; accounts that were deleted count for nothing. */
export async function findFilled(couch: Couch): Promise<string | undefined> {
  for (const name of (await couch.listDatabases()).filter(isBackedUp)) {
    const own = OWN[name] ?? [];
    for await (const { id, isDeleted } of listIds(couch.database(name))) {
      if (!own.includes(id) && !(name === '_users' && isDeleted)) return name;
    }
  }
  return undefined;
}

/**
 * Takes away what would stand beside the backup's own: traces of deleted accounts, of which a backed-up account might be an
 * ancestor and stay deleted, the note on the instance, the views. Rules stay: no database is ever without.
 */
export async function clearUnused(couch: Couch): Promise<void> {
  const deleted: string[] = [];
  for await (const { id, isDeleted } of listIds(couch.database('_users'))) if (isDeleted) deleted.push(id);
  await purgeDocuments(couch, '_users', deleted);
  const databases = await couch.listDatabases();
  if (databases.includes(ACCOUNTS_DATABASE)) {
    await purgeDocuments(couch, ACCOUNTS_DATABASE, [INSTANCE_NOTE, OWNED_DOCUMENT]);
  }
  if (databases.includes(NETWORK_DATABASE)) await purgeDocuments(couch, NETWORK_DATABASE, [TOTALS_DOCUMENT]);
}

async function* listIds(database: CouchDatabase): AsyncGenerator<{ readonly id: string; readonly isDeleted: boolean }> {
  let since = '0';
  for (;;) {
    const { results, last_seq: next } = await database.changes(since, PAGE);
    for (const { id, deleted } of results) yield { id, isDeleted: deleted === true };
    if (results.length < PAGE) return;
    since = next;
  }
}
