import type { JsonObject } from '../json.ts';
import type { Sql } from './sql.ts';

export interface LocalDocument {
  id: string;
  rev: string;
  body: string;
}

export function findLocalDocument(sql: Sql, db: number, id: string): LocalDocument | undefined {
  return sql.get<LocalDocument>('SELECT id, rev, body FROM local_document WHERE db = ? AND id = ?', db, id);
}

export function listLocalDocuments(sql: Sql, db: number): LocalDocument[] {
  return sql.all<LocalDocument>('SELECT id, rev, body FROM local_document WHERE db = ? ORDER BY id', db);
}

/** Local documents have no history: the last write wins, the revision only counts writes (as in CouchDB). */
export function saveLocalDocument(sql: Sql, db: number, id: string, body: JsonObject, givenRev: unknown): string {
  const count = typeof givenRev === 'string' ? /^0-(\d{1,9})$/.exec(givenRev)?.[1] : undefined;
  const rev = `0-${Number(count ?? 0) + 1}`;
  const members = Object.entries(body).filter(([name]) => !name.startsWith('_'));
  sql.run(
    'INSERT OR REPLACE INTO local_document (db, id, rev, body) VALUES (?, ?, ?, ?)',
    db,
    id,
    rev,
    JSON.stringify(Object.fromEntries(members)),
  );
  return rev;
}

export function deleteLocalDocument(sql: Sql, db: number, id: string): boolean {
  return sql.run('DELETE FROM local_document WHERE db = ? AND id = ?', db, id).changes > 0;
}
