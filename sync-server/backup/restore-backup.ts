import { join } from 'node:path';
import type { Couch } from '../couch/connect.ts';
import { identifyServer } from '../couch/server-identity.ts';
import { StartError } from '../data-folder/start-error.ts';
import { USERS_DESIGN } from './backup-line.ts';
import type { BackedUpDatabase } from './backup-manifest.ts';
import { checkBackup } from './check-backup.ts';
import { readLines } from './line-file.ts';
import type { ReportProgress } from './progress.ts';
import type { RestoredDatabase } from './restore-database.ts';
import { restoreDatabase } from './restore-database.ts';
import { forgetRestore, noteRestore, readRestoreNote } from './restore-note.ts';
import { clearUnused, findFilled } from './unused-server.ts';

export interface RestoreOptions {
  readonly folder: string;
  /** Add the backup to what the server holds. */
  readonly isIntoExisting: boolean;
  readonly report: ReportProgress;
}

/** One line of the comparison at the end. */
export interface RestoreOutcome extends RestoredDatabase {
  /** What the manifest says. */
  readonly expected: BackedUpDatabase;
  /** Living and deleted documents as the server counts them now. */
  readonly documents: number;
  readonly deletedDocuments: number;
  readonly isComplete: boolean;
}

/** Writes a backup into a server. Nothing is written before the whole backup was found undamaged. */
export async function restoreBackup(couch: Couch, options: RestoreOptions): Promise<readonly RestoreOutcome[]> {
  const { folder, isIntoExisting, report } = options;
  const manifest = await checkBackup(folder);
  const { kind } = await identifyServer(couch);
  await checkTarget(couch, manifest.id, isIntoExisting);
  await noteRestore(couch, manifest.id);
  const outcomes: RestoreOutcome[] = [];
  for (const [index, expected] of manifest.databases.entries()) {
    report({ database: expected.name, done: index, total: manifest.databases.length });
    const restored = await restoreDatabase(
      couch,
      readLines(join(folder, expected.file)),
      kind === manifest.server.kind,
    );
    outcomes.push(await compare(couch, restored, expected, isIntoExisting));
  }
  await forgetRestore(couch);
  return outcomes;
}

async function checkTarget(couch: Couch, backupId: string, isIntoExisting: boolean): Promise<void> {
  const begun = await readRestoreNote(couch);
  if (begun === backupId) return;
  if (begun !== undefined) {
    throw new StartError('Another backup is being restored into this server. Finish that restore first.');
  }
  if (isIntoExisting) return;
  const full = await findFilled(couch);
  if (full === undefined) return clearUnused(couch);
  throw new StartError(
    `The server holds data already (${full}). Restore into an empty one, or add --into-existing: it adds the revisions of the backup to what is there, deletes nothing, and puts the backup’s security and design documents in place; where both changed a record, both versions stay as a conflict.`,
  );
}

async function compare(
  couch: Couch,
  restored: RestoredDatabase,
  expected: BackedUpDatabase,
  isIntoExisting: boolean,
): Promise<RestoreOutcome> {
  const database = couch.database(expected.name);
  const info = await database.info();
  const own = expected.name === '_users' && (await database.get(USERS_DESIGN)) !== undefined ? 1 : 0;
  const documents = (info?.doc_count ?? 0) - own;
  const deletedDocuments = info?.doc_del_count ?? 0;
  const isAllWritten =
    restored.revisions === expected.revisions &&
    restored.localDocuments + restored.positionsLeftOut === expected.localDocuments;
  const areCountsEqual = documents === expected.documents && deletedDocuments === expected.deletedDocuments;
  const isComplete = isAllWritten && (isIntoExisting || !expected.isCountExact || areCountsEqual);
  return { ...restored, expected, documents, deletedDocuments, isComplete };
}
