import type { AccountInfo } from '../../shared/access/account-info.ts';
import {
  bookDatabase,
  COMMONS_DATABASE,
  NETWORK_DATABASE,
  OFFICE_DATABASE,
  personDatabase,
  receiptsDatabase,
} from '../../shared/access/database-names.ts';
import type { Person } from './account-store.ts';
import type { Device } from './devices.ts';

/** What the server knows of itself that every account is told. */
export interface Instance {
  readonly cooperative: string;
  readonly isDemo: boolean;
}

/** What a device is told about the account it works for. */
export function describeAccount(person: Person, device: Device, instance: Instance): AccountInfo {
  const { account, displayName, role, activityId } = person;
  return {
    account,
    displayName,
    role,
    activityId,
    databases: listDatabases(person),
    device: { id: device.id, prefix: device.prefix },
    cooperative: instance.cooperative,
    isDemo: instance.isDemo,
  };
}

/** Whether a person's role lets them reach a database through the front. CouchDB's `_security` decides once more. */
export function mayReach(person: Person, database: string): boolean {
  if (person.role === 'member') {
    return database === personDatabase(person.account) || Object.values(listDatabases(person)).includes(database);
  }
  return (
    [COMMONS_DATABASE, OFFICE_DATABASE, NETWORK_DATABASE].includes(database) ||
    /^((book|receipts)-[0-9a-z]+|person-[0-9a-z_-]+)$/.test(database)
  );
}

function listDatabases({ role, activityId }: Person): AccountInfo['databases'] {
  if (role === 'supportTeam') {
    return { commons: COMMONS_DATABASE, office: OFFICE_DATABASE, network: NETWORK_DATABASE };
  }
  return activityId === null
    ? { commons: COMMONS_DATABASE }
    : { book: bookDatabase(activityId), commons: COMMONS_DATABASE, receipts: receiptsDatabase(activityId) };
}
