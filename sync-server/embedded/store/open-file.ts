import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedStartError } from '../start-error.ts';
import { SCHEMA_SQL, SCHEMA_STEPS, SCHEMA_VERSION } from './schema.ts';

/** Opens or creates the one SQLite file; a damaged or newer file is refused before anything is written to it. */
export function openDatabaseFile(path: string): DatabaseSync {
  closeToOthers(path);
  const database = new DatabaseSync(path, { timeout: 2_000, enableForeignKeyConstraints: true });
  try {
    const version = readVersion(database);
    checkIntegrity(database);
    if (version > SCHEMA_VERSION) {
      throw new EmbeddedStartError('EMBEDDED_NEWER', 'The data was written by a newer version of this server.');
    }
    // FULL: an acknowledged write is on the disk, also in WAL mode.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;');
    database.exec('PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;');
    if (version === 0) database.exec(`BEGIN; ${SCHEMA_SQL} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
    for (let from = version; from > 0 && from < SCHEMA_VERSION; from += 1) {
      database.exec(`BEGIN; ${SCHEMA_STEPS[from] ?? ''} PRAGMA user_version = ${from + 1}; COMMIT;`);
    }
    return database;
  } catch (error) {
    database.close();
    throw isCorruption(error) ? corruptError() : error;
  }
}

/** SQLite gives its `-wal` and `-shm` files the mode the file has when it makes them. */
function closeToOthers(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  for (const name of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(name)) chmodSync(name, 0o600);
}

function readVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get();
  return Number(row?.['user_version'] ?? 0);
}

function checkIntegrity(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA quick_check(1)').get();
  if (row?.['quick_check'] !== 'ok') throw corruptError();
}

function corruptError(): EmbeddedStartError {
  return new EmbeddedStartError('EMBEDDED_CORRUPT', 'The data file is damaged or is not a data file of this server.');
}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

function isCorruption(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  const primaryCode = error.errcode & 0xff;
  return primaryCode === SQLITE_CORRUPT || primaryCode === SQLITE_NOTADB;
}
