import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import { collectionFor } from './database-of.ts';
import type { StoreCollections } from './open-database.ts';
import type { RecordCollection, RecordWrite } from './storage-access.ts';

/**
 * Where records that are written together live for an account; one write never spans two databases. Throws when these do not
 * live together, or nowhere here.
 */
export function collectionOf(
  { role }: Pick<AccountInfo, 'role'>,
  collections: StoreCollections,
  writes: readonly RecordWrite[],
): RecordCollection {
  const names = new Set(writes.map(({ after }) => databaseOf(role, after.type)));
  const [name] = names;
  const collection = name === undefined || names.size > 1 ? undefined : collections[name];
  if (collection === undefined) throw new Error(`records of ${[...names].join(', ')} cannot be written together here`);
  return collection;
}

function databaseOf(role: AccountInfo['role'], type: string): DatabaseName {
  return collectionFor(role, isRecordType(type) ? RECORD_TYPES[type].database : 'book');
}
