import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedStartError } from '../start-error.ts';

/**
 * Exclusive use of a data folder. The lock is an open SQLite transaction on a file of its own, so the
 * operating system frees it when the process dies in whatever way: a stale lock cannot exist.
 */
export function lockDataDirectory(dataDir: string): { release(): void } {
  const pidFile = join(dataDir, 'server.pid');
  const lock = new DatabaseSync(join(dataDir, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new EmbeddedStartError('EMBEDDED_IN_USE', `The data folder is in use by another process${ownerOf(pidFile)}.`);
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release(): void {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

function ownerOf(pidFile: string): string {
  try {
    return ` (pid ${String(Number.parseInt(readFileSync(pidFile, 'utf8'), 10))})`;
  } catch {
    return '';
  }
}
