import { COMMONS_DATABASE, personDatabase } from '../../shared/access/database-names.ts';
import type { DemoActivity } from '../../shared/demo/build-demo-cooperative.ts';
import { buildDemoCooperative } from '../../shared/demo/build-demo-cooperative.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Person } from '../accounts/account-store.ts';
import type { Couch } from '../couch/connect.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import { provisionBook, provisionPerson } from '../rules/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import { hash } from '../data-folder/hash.ts';

/** Fills an empty server with the demonstration cooperative as of `today`. Filling again with the same day adds nothing. */
export async function fillDemonstration(couch: Couch, accounts: Accounts, today: string): Promise<void> {
  const demo = buildDemoCooperative(today, hash);
  await writeNew(couch.database(COMMONS_DATABASE), demo.settings.map(toDocument));
  for (const activity of demo.activities) await fillActivity(couch, accounts, activity);
  for (const { account, records } of demo.personal) {
    await provisionPerson(couch, account);
    await writeNew(couch.database(personDatabase(account)), records.map(toDocument));
  }
  for (const { account, displayName } of demo.supporters) {
    await accounts.people.addPerson({ account, displayName, role: 'supportTeam', activityId: null });
  }
}

async function fillActivity(couch: Couch, accounts: Accounts, activity: DemoActivity): Promise<void> {
  const { activityId, displayName, records } = activity;
  const { account, activity: name, code } = activity.person;
  const person: Person = { account, displayName, role: 'member', activityId };
  await accounts.people.addActivity({ activityId, name, code });
  const isNew = await accounts.people.addPerson(person);
  // The invoices of the demonstration come from this device: others must not take its prefix.
  if (isNew) await accounts.devices.findOrAdd(person, 'Demonstration');
  const book = await provisionBook(couch, activityId);
  await writeNew(couch.database(book), records.map(toDocument));
}

async function writeNew(database: CouchDatabase, documents: Parameters<CouchDatabase['writeAll']>[0]): Promise<void> {
  const rows = await database.writeAll(documents, true);
  const refused = rows.find(({ error }) => error !== undefined && error !== 'conflict');
  if (refused !== undefined) throw new Error(`demonstration: ${refused.id}: ${refused.reason ?? ''}`);
}
