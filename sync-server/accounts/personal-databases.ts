import { accountOfDatabase } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import { provisionPerson } from '../rules/provision.ts';
import type { People } from './people.ts';

/** The personal databases, each made when the first record comes for it. */
export interface PersonalDatabases {
  /** Makes sure that a personal database is there; `false` when there is no such person. */
  readonly provide: (database: string) => Promise<boolean>;
}

export function openPersonalDatabases(couch: Couch, people: People): PersonalDatabases {
  return {
    provide: async (database) => {
      const account = accountOfDatabase(database);
      if (account === undefined || (await people.findPerson(account)) === undefined) return false;
      if ((await couch.database(database).info()) === undefined) await provisionPerson(couch, account);
      return true;
    },
  };
}
