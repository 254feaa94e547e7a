import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ulid } from 'ulid';
import type { Clock } from '../../shared/core/ports.ts';
import type { Couch } from '../couch/connect.ts';
import { identifyServer } from '../couch/server-identity.ts';
import { StartError } from '../data-folder/start-error.ts';
import { isBackedUp } from './backup-line.ts';
import type { BackedUpDatabase, BackupManifest } from './backup-manifest.ts';
import { FORMAT_VERSION, writeManifest } from './backup-manifest.ts';
import { writeLines } from './line-file.ts';
import type { ReportProgress } from './progress.ts';
import { refuseUnfinishedRestore } from './restore-note.ts';
import { noCounts, readDatabase } from './read-database.ts';

const NOTICE =
  'Holds everything the server holds: the books, the names of accounts, their password hashes and hashed sessions. Keep it as safe as the server.';

/** Writes a backup into `folder`, which must not exist yet: it appears whole or not at all. */
export async function makeBackup(
  couch: Couch,
  folder: string,
  clock: Clock,
  report: ReportProgress,
): Promise<BackupManifest> {
  if (existsSync(folder)) throw new StartError(`${folder} is there already. Choose a new name with --to.`);
  const server = await identifyServer(couch);
  await refuseUnfinishedRestore(couch);
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  // Beside its place, so that the last step is a rename. mkdtemp gives a folder for its owner alone.
  const draft = await mkdtemp(`${folder}.unfinished-`);
  try {
    const createdAt = clock();
    const names = (await couch.listDatabases()).filter(isBackedUp);
    const databases: BackedUpDatabase[] = [];
    for (const [index, name] of names.entries()) {
      report({ database: name, done: index, total: names.length });
      databases.push(await backUpDatabase(couch, name, draft));
    }
    const manifest: BackupManifest = {
      format: 'sillon-backup',
      formatVersion: FORMAT_VERSION,
      id: ulid(),
      createdAt,
      server,
      notice: NOTICE,
      databases,
    };
    await writeManifest(draft, manifest);
    await syncFolder(draft);
    await rename(draft, folder);
    await syncFolder(dirname(folder));
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function backUpDatabase(couch: Couch, name: string, draft: string): Promise<BackedUpDatabase> {
  const counts = noCounts();
  const file = `${encodeURIComponent(name).replace(/[^\w.%-]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}.jsonl.gz`;
  const written = await writeLines(join(draft, file), readDatabase(couch, name, counts));
  return { name, file, ...written, ...counts };
}

/** A new or renamed file survives a power cut only when its folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
