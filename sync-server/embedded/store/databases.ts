import { randomBytes } from 'node:crypto';
import { CouchError, notFound } from '../couch-error.ts';
import { recordDatabaseEvent } from './database-events.ts';
import type { Sql } from './sql.ts';

export interface DatabaseRow {
  db: number;
  name: string;
  uuid: string;
  security: string;
  revs_limit: number;
  update_seq: number;
  doc_count: number;
  doc_del_count: number;
  /** Bodies of leaves, their attachments and the revision trees. */
  bytes: number;
}

const SYSTEM_NAMES = new Set(['_users', '_replicator', '_global_changes']);
const MAX_NAME_LENGTH = 238;
/** As in CouchDB 3: a new database is for server administrators until somebody opens it. */
const DEFAULT_SECURITY = '{"members":{"roles":["_admin"]},"admins":{"roles":["_admin"]}}';

export function assertDatabaseName(name: string): void {
  if (SYSTEM_NAMES.has(name)) return;
  if (/^[a-z][a-z0-9_$()+/-]*$/.test(name) && name.length <= MAX_NAME_LENGTH) return;
  const shown = name.slice(0, MAX_NAME_LENGTH);
  throw new CouchError(
    400,
    'illegal_database_name',
    `Name: '${shown}'. Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed. Must begin with a letter.`,
  );
}

export function findDatabase(sql: Sql, name: string): DatabaseRow | undefined {
  return sql.get<DatabaseRow>('SELECT * FROM database WHERE name = ?', name);
}

export function getDatabase(sql: Sql, name: string): DatabaseRow {
  assertDatabaseName(name);
  const row = findDatabase(sql, name);
  if (row === undefined) throw notFound('Database does not exist.');
  return row;
}

/** The row as it is now, or `undefined` when the database went away meanwhile. */
export function reloadDatabase(sql: Sql, db: number): DatabaseRow | undefined {
  return sql.get<DatabaseRow>('SELECT * FROM database WHERE db = ?', db);
}

export function listDatabaseNames(sql: Sql): string[] {
  return sql.all<{ name: string }>('SELECT name FROM database ORDER BY name').map((row) => row.name);
}

export function createDatabase(sql: Sql, name: string): void {
  assertDatabaseName(name);
  sql.transaction(() => {
    if (findDatabase(sql, name) !== undefined) {
      throw new CouchError(412, 'file_exists', 'The database could not be created, the file already exists.');
    }
    const uuid = randomBytes(12).toString('base64url');
    sql.run('INSERT INTO database (name, uuid, security) VALUES (?, ?, ?)', name, uuid, DEFAULT_SECURITY);
    recordDatabaseEvent(sql, name, 'created');
  });
}

export function deleteDatabase(sql: Sql, database: DatabaseRow): void {
  sql.transaction(() => {
    sql.run('DELETE FROM database WHERE db = ?', database.db);
    sql.run('DELETE FROM blob WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.blob = blob.sha256)');
    recordDatabaseEvent(sql, database.name, 'deleted');
  });
}

export function saveSecurity(sql: Sql, database: DatabaseRow, security: string): void {
  sql.run('UPDATE database SET security = ? WHERE db = ?', security, database.db);
}

export function saveRevsLimit(sql: Sql, database: DatabaseRow, limit: number): void {
  sql.run('UPDATE database SET revs_limit = ? WHERE db = ?', limit, database.db);
}
