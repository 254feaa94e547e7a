import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { noteBackup } from '../backup/backup-note.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { printProgress } from '../backup/progress.ts';
import { CommandFailure } from './command-failure.ts';
import { connectDatabase } from './connect-database.ts';
import { requireDataFolder } from './data-folder-option.ts';

export async function runBackup(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: 'string' }, data: { type: 'string' } } });
  if (values.to === undefined) throw new CommandFailure('--to DIR, the new folder of the backup, is missing.', 2);
  const opened = await connectDatabase(requireDataFolder(values.data), process.env);
  try {
    const folder = resolve(values.to);
    const manifest = await makeBackup(
      opened.couch,
      folder,
      () => new Date().toISOString(),
      printProgress(console.error),
    );
    await noteBackup(opened.couch, manifest.createdAt);
    const sum = (count: (database: (typeof manifest.databases)[number]) => number): number =>
      manifest.databases.reduce((total, database) => total + count(database), 0);
    console.log(`backup       ${folder}`);
    console.log(`databases    ${String(manifest.databases.length)}`);
    console.log(`revisions    ${String(sum(({ revisions }) => revisions))}`);
    console.log(`attachments  ${String(sum(({ attachments }) => attachments))}`);
    console.log(`bytes        ${String(sum(({ bytes }) => bytes))}`);
    console.log(
      '\nIt holds the books, names and password hashes: keep it as safe as the server, and not only beside it.',
    );
    return 0;
  } finally {
    await opened.close();
  }
}
