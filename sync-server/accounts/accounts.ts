import type { Clock } from '../../shared/core/ports.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { openAuditTrail } from '../audit/audit-trail.ts';
import type { Couch } from '../couch/connect.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import type { AccountStore } from './account-store.ts';
import { openAccountStore } from './account-store.ts';
import type { BackupKeys } from './backup-keys.ts';
import { openBackupKeys } from './backup-keys.ts';
import type { Devices } from './devices.ts';
import { openDevices } from './devices.ts';
import type { Enrolments } from './enrolments.ts';
import { openEnrolments } from './enrolments.ts';
import type { Passwords } from './passwords.ts';
import { openPasswords } from './passwords.ts';
import type { People } from './people.ts';
import { openPeople } from './people.ts';
import type { Sessions } from './sessions.ts';
import { openSessions } from './sessions.ts';

/** Everything about who may sign in, over one admin-only database. */
export interface Accounts {
  readonly store: AccountStore;
  readonly people: People;
  readonly devices: Devices;
  readonly sessions: Sessions;
  readonly enrolments: Enrolments;
  readonly passwords: Passwords;
  readonly backupKeys: BackupKeys;
  readonly audit: AuditTrail;
}

export function openAccounts(couch: Couch, clock: Clock): Accounts {
  const store = openAccountStore(couch.database(ACCOUNTS_DATABASE));
  const people = openPeople(store);
  const audit = openAuditTrail(store, clock);
  return {
    store,
    people,
    devices: openDevices(store, people, clock),
    sessions: openSessions(store, clock, (account, sessions) =>
      audit.note({ kind: 'endDevice', actor: 'server', account, details: { scope: 'longestUnused', sessions } }),
    ),
    enrolments: openEnrolments(store, clock),
    passwords: openPasswords(couch),
    backupKeys: openBackupKeys(store),
    audit,
  };
}
