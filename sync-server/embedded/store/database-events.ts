import type { Sql } from './sql.ts';

export type DatabaseEventType = 'created' | 'updated' | 'deleted';

export interface DatabaseEvent {
  seq: number;
  name: string;
  type: DatabaseEventType;
}

/** Notes what last happened to a database; one event per database is kept, the latest. */
export function recordDatabaseEvent(sql: Sql, name: string, type: DatabaseEventType): void {
  const seq = lastEventSeq(sql) + 1;
  sql.run('DELETE FROM database_event WHERE name = ?', name);
  sql.run('INSERT INTO database_event (seq, name, type) VALUES (?, ?, ?)', seq, name, type);
}

/** Never goes back: the newest event is only ever replaced by a newer one. */
export function lastEventSeq(sql: Sql): number {
  return sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM database_event')?.seq ?? 0;
}

export function listDatabaseEvents(sql: Sql, since: number, limit: number): DatabaseEvent[] {
  return sql.all<DatabaseEvent>('SELECT * FROM database_event WHERE seq > ? ORDER BY seq LIMIT ?', since, limit);
}
