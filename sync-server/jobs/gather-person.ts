import { OFFICE_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import { couchStatus } from '../couch/couch-request.ts';

const BATCH = 500;

/**
 * Copies what changed in one personal database into `office`, with its revisions and conflicts, where the support team reads
 * everybody's. Goes on from the checkpoint kept there, or from the beginning when `isFull`; copying twice changes nothing.
 */
export async function gatherPerson(couch: Couch, name: string, isFull = false): Promise<void> {
  const person = couch.database(name);
  const office = couch.database(OFFICE_DATABASE);
  const id = `_local/gathered-${name}`;
  const stored = await office.get(id);
  const kept = stored?.['since'];
  let since = !isFull && typeof kept === 'string' ? kept : '0';
  for (;;) {
    const { results, last_seq: until } = await person.changes(since, BATCH);
    const rows = results.filter((row) => !row.id.startsWith('_design/'));
    const revisions = Object.fromEntries(rows.map((row) => [row.id, row.changes.map(({ rev }) => rev)]));
    const missing = rows.length === 0 ? new Map<string, readonly string[]>() : await office.findMissing(revisions);
    const leaves = [...missing].flatMap(([leaf, revs]) => revs.map((rev) => ({ id: leaf, rev })));
    const documents = leaves.length === 0 ? [] : await person.getRevisions(leaves);
    if (documents.length > 0) {
      const refused = (await office.writeAll(documents, false)).find(({ error }) => error !== undefined);
      if (refused !== undefined) throw new Error(`office refused ${refused.id}: ${refused.error ?? ''}`);
    }
    since = until;
    if (results.length < BATCH) break;
  }
  if (since !== kept) await keepCheckpoint(couch, id, since, stored?._rev);
}

async function keepCheckpoint(couch: Couch, id: string, since: string, rev: string | undefined): Promise<void> {
  try {
    await couch.database(OFFICE_DATABASE).put({ _id: id, since, ...(rev !== undefined && { _rev: rev }) });
  } catch (error) {
    // Another worker moved it on: the next pass starts from either place and copies nothing twice.
    if (couchStatus(error) !== 409) throw error;
  }
}
