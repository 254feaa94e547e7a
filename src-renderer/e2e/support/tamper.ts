import { BOOK_REVISIONS, openCouchFile } from './couch-file.ts';

/**
 * Changes one byte of a stored record underneath the server, as a faulty disk or a hand in the file would: no new revision,
 * nothing told to anybody. `search` must stand in the record exactly once and have the length of `replacement`.
 */
export function changeStoredByte(dataDir: string, recordId: string, search: string, replacement: string): void {
  if (search.length !== replacement.length) throw new Error('one byte for one byte');
  const database = openCouchFile(dataDir);
  try {
    const rows = database.prepare(`${BOOK_REVISIONS} AND document.id = ?`).all(recordId);
    const [row] = rows as { doc: number; rev: string; body: string }[];
    if (row?.body.split(search).length !== 2) throw new Error(`${search} does not stand once in ${recordId}`);
    database
      .prepare('UPDATE revision SET body = ? WHERE doc = ? AND rev = ?')
      .run(row.body.replace(search, replacement), row.doc, row.rev);
  } finally {
    database.close();
  }
}
