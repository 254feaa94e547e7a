import type { Couch } from '../couch/connect.ts';
import { couchStatus } from '../couch/couch-request.ts';
import { StartError } from '../data-folder/start-error.ts';

/** Exists while a restore is under way, so that nobody works with half of a cooperative. */
export const RESTORE_DATABASE = 'sillon-restore';
const NOTE = 'restore';

/** Which backup a server is being filled from; `undefined` when none. */
export async function readRestoreNote(couch: Couch): Promise<string | undefined> {
  const note = await couch.database(RESTORE_DATABASE).get(NOTE);
  return typeof note?.['backupId'] === 'string' ? note['backupId'] : undefined;
}

/** Notes that a restore has begun; the same backup may begin again. */
export async function noteRestore(couch: Couch, backupId: string): Promise<void> {
  if ((await readRestoreNote(couch)) !== undefined) return;
  try {
    await couch.request({ db: RESTORE_DATABASE, method: 'PUT', query: { q: 1 } });
  } catch (error) {
    // 412: an attempt that ended right after this line made it.
    if (couchStatus(error) !== 412) throw error;
  }
  await couch.database(RESTORE_DATABASE).put({ _id: NOTE, backupId });
}

export async function forgetRestore(couch: Couch): Promise<void> {
  await couch.request({ db: RESTORE_DATABASE, method: 'DELETE' });
}

/** Fails when a restore into this server was begun and not finished. */
export async function refuseUnfinishedRestore(couch: Couch): Promise<void> {
  if (!(await couch.listDatabases()).includes(RESTORE_DATABASE)) return;
  throw new StartError('A restore into this server was not finished. Run the same restore again; it goes on.');
}
