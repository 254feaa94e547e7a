import { BOOK_REVISIONS, openCouchFile } from './couch-file.ts';

/** The stored salary statement of a person with a given gross; throws unless there is exactly one. */
export function readStatement(dataDir: string, account: string, grossCents: number): { readonly id: string } {
  const database = openCouchFile(dataDir);
  try {
    const rows = database
      .prepare(
        `${BOOK_REVISIONS} AND document.id LIKE 'salaryStatement:%' AND revision.body LIKE ? AND revision.body LIKE ?`,
      )
      .all(`%"grossCents":${String(grossCents)}%`, `%"user":"${account}"%`) as { id: string }[];
    const [row] = rows;
    if (row === undefined || rows.length > 1) throw new Error(`${String(rows.length)} statements found`);
    return row;
  } finally {
    database.close();
  }
}
