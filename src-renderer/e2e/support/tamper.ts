import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Changes one byte of a stored record underneath the server, as a faulty disk or a hand in the file would: no new revision,
 * nothing told to anybody. `search` must stand in the record exactly once and have the length of `replacement`.
 */
export function changeStoredByte(dataDir: string, recordId: string, search: string, replacement: string): void {
  if (search.length !== replacement.length) throw new Error('one byte for one byte');
  const folder = join(dataDir, 'couch');
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite') || name.endsWith('.db'));
  if (file === undefined) throw new Error('no database file');
  const database = new DatabaseSync(join(folder, file));
  try {
    const rows = database
      .prepare(
        `SELECT revision.doc AS doc, revision.rev AS rev, revision.body AS body FROM revision
         JOIN document ON document.doc = revision.doc JOIN database ON database.db = document.db
         WHERE document.id = ? AND database.name LIKE 'book-%'`,
      )
      .all(recordId) as { doc: number; rev: string; body: string }[];
    const [row] = rows;
    if (row?.body.split(search).length !== 2) throw new Error(`${search} does not stand once in ${recordId}`);
    database
      .prepare('UPDATE revision SET body = ? WHERE doc = ? AND rev = ?')
      .run(row.body.replace(search, replacement), row.doc, row.rev);
  } finally {
    database.close();
  }
}
