import { join } from 'node:path';
import { StartError } from '../data-folder/start-error.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { readManifest } from './backup-manifest.ts';
import { hashFile } from './line-file.ts';

/** Reads a backup's manifest and checks every file against it. Fails with a sentence that names the first wrong file. */
export async function checkBackup(folder: string): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  for (const { file, name, sha256 } of manifest.databases) {
    const found = await hashFile(join(folder, file));
    if (found === sha256) continue;
    const what = found === undefined ? 'is missing' : 'is damaged';
    throw new StartError(`${file} of the backup (${name}) ${what}. Nothing was written; use another backup.`);
  }
  return manifest;
}
