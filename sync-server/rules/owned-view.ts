import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { installViews } from './install-views.ts';

export const OWNED_DOCUMENT = '_design/owned';

/** Devices and sessions by account, so that who looks at their own reads nobody else's. Old JavaScript: it runs in CouchDB's own engine. */
const MAP = `function (doc) {
  var kind = doc._id.split(':')[0];
  if (doc.account && (kind === 'device' || kind === 'session')) emit([kind, doc.account], doc._id);
}`;

/** What an account owns of which there are many. */
export type OwnedKind = 'device' | 'session';

/** Writes the view into the account database unless the same one is there. */
export function installOwned(accounts: CouchDatabase): Promise<void> {
  return installViews(accounts, OWNED_DOCUMENT, { byAccount: { map: MAP } });
}

/** The documents of a kind that an account owns. */
export async function readOwned(
  accounts: CouchDatabase,
  kind: OwnedKind,
  account: string,
): Promise<readonly StoredDocument[]> {
  const rows = await accounts.view('owned', 'byAccount', { key: [kind, account] });
  // Values as the map function emits them.
  return rows.length === 0 ? [] : accounts.getMany(rows.map(({ value }) => value as string));
}
