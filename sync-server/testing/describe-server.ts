import { isBackedUp, USERS_DESIGN } from '../backup/backup-line.ts';
import type { Couch } from '../couch/connect.ts';

/** Everything a server holds, in a form that two servers can be compared by; positions in feeds are their own. */
export async function describeServer(
  couch: Couch,
  isWanted: (name: string) => boolean = () => true,
): Promise<Record<string, unknown>> {
  const described: Record<string, unknown> = {};
  for (const name of (await couch.listDatabases()).filter((each) => isBackedUp(each) && isWanted(each))) {
    described[name] = await describeDatabase(couch, name);
  }
  return described;
}

async function describeDatabase(couch: Couch, name: string): Promise<unknown> {
  const database = couch.database(name);
  const { results } = await database.changes('0', 1_000_000);
  const leaves = results
    .filter(({ id }) => id !== USERS_DESIGN)
    .flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  const revisions = await database.getRevisions(leaves, true);
  const local: unknown[] = [];
  for (const id of await database.listLocal()) {
    const found = await database.get(id);
    // Its revision only counts writes.
    local.push({ ...found, _rev: '' });
  }
  return {
    security: name.startsWith('_') ? undefined : await couch.request({ db: name, path: '_security' }),
    revsLimit: await couch.request({ db: name, path: '_revs_limit' }),
    winners: Object.fromEntries(results.map(({ id, changes }) => [id, changes[0]?.rev])),
    revisions: revisions
      .map((document) => ({ ...document, _attachments: describeAttachments(document['_attachments']) }))
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    local,
  };
}

function keyOf(document: { readonly _id: string; readonly _rev?: string }): string {
  return `${document._id} ${document._rev ?? ''}`;
}

/** Content and type; how a server stores them (its digest of a compressed file, say) is its own. */
function describeAttachments(attachments: unknown): unknown {
  return Object.entries((attachments ?? {}) as Record<string, { content_type?: string; data?: string }>)
    .map(([name, { content_type: type, data }]) => [name, type, data])
    .sort();
}
