import type { Couch } from '../couch/connect.ts';
import { orMissing } from '../couch/couch-request.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';

const NOTE = 'last-backup';

/** Notes on the server when it was last backed up, for `status`. */
export async function noteBackup(couch: Couch, createdAt: string): Promise<void> {
  const database = couch.database(ACCOUNTS_DATABASE);
  const stored = await database.get(NOTE);
  const note = { _id: NOTE, createdAt };
  // Without its own database there is nothing to tell later.
  await orMissing(database.put(stored?._rev === undefined ? note : { ...note, _rev: stored._rev }));
}

export async function readBackupNote(couch: Couch): Promise<string | undefined> {
  const note = await couch.database(ACCOUNTS_DATABASE).get(NOTE);
  return typeof note?.['createdAt'] === 'string' ? note['createdAt'] : undefined;
}
