import type { AccountInfo } from '../../shared/access/account-info.ts';
import { bookDatabase, personDatabase } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';

type Account = Pick<AccountInfo, 'account' | 'role' | 'databases'>;

/**
 * The CouchDB database behind a local collection; `undefined` where the account has none. A member's personal one follows from
 * the account: it may be there later than the device.
 */
export function databaseBehind({ account, role, databases }: Account, name: DatabaseName): string | undefined {
  if (name === 'person') return role === 'member' ? personDatabase(account) : undefined;
  return databases[name];
}

/** The collection through which an account writes records of a database: the support team's copies of it, for all but its own. */
export function collectionFor(role: AccountInfo['role'], home: DatabaseName): DatabaseName {
  if (role === 'member') return home;
  if (home === 'book') return 'network';
  return home === 'person' ? 'office' : home;
}

/** The database of one activity or one person that a record of the support team's copies belongs to. */
export function homeOf({ type, activityId, body }: AnyRecord): string {
  const { person } = body;
  const isPersonal = isRecordType(type) && RECORD_TYPES[type].database === 'person' && typeof person === 'string';
  return isPersonal ? personDatabase(person) : bookDatabase(activityId);
}
