import { ulid } from 'ulid';
import type { AuditEntry } from '../../shared/access/audit-entry.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import { purgeDocuments } from '../couch/purge-documents.ts';
import type { System } from '../system/system.ts';

type Entry = Omit<AuditEntry, 'id'>;

/**
 * Puts a pseudonym in place of a person in the trail and drops the names of their devices. The only change entries ever
 * see: what happened stays, of whom does not. Returns the pseudonym.
 */
export async function forgetInTrail({ accounts, couch }: System, account: string): Promise<string> {
  const pseudonym = `erased-${ulid().toLowerCase()}`;
  const rename = (name: string): string => (name === account ? pseudonym : name);
  const meant = (await accounts.store.list<Entry>('audit:')).filter(
    ({ value }) => value.account === account || value.actor === account,
  );
  for (const { id, value } of meant) {
    const { name: _name, ...details } = value.details;
    const about = value.account === undefined ? {} : { account: rename(value.account) };
    await purgeDocuments(couch, ACCOUNTS_DATABASE, [id]);
    await accounts.store.create(id, { ...value, actor: rename(value.actor), ...about, details });
  }
  return pseudonym;
}
