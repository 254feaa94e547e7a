import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { Couch } from '../couch/connect.ts';
import { couchStatus } from '../couch/couch-request.ts';
import { activityRole } from '../couch/provision.ts';
import type { Person } from './account-store.ts';

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** Passwords live in CouchDB's `_users`, hashed by CouchDB. */
export interface Passwords {
  /** Error: `session.weakPassword`. */
  readonly judge: (password: string) => Result<null>;
  /** Sets a password that was judged fit. */
  readonly set: (person: Person, password: string) => Promise<void>;
  /** Takes an account's password away: nobody signs in with it until a new one is set. Whether there was one. */
  readonly remove: (account: string) => Promise<boolean>;
  /** Errors: `session.wrongPassword`, `session.locked`. */
  readonly check: (account: string, password: string) => Promise<Result<null>>;
}

/** The roles a person carries in CouchDB. */
export function rolesOf(person: Person): string[] {
  if (person.role === 'supportTeam') return [SUPPORT_TEAM_ROLE];
  return person.activityId === null ? [MEMBER_ROLE] : [MEMBER_ROLE, activityRole(person.activityId)];
}

export function openPasswords(couch: Couch): Passwords {
  const users = couch.database('_users');
  const idOf = (account: string): string => `org.couchdb.user:${account}`;
  return {
    judge: (password) =>
      password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD ? weak() : ok(null),
    set: async (person, password) => {
      const _id = idOf(person.account);
      const stored = await users.get(_id);
      const user = { _id, name: person.account, type: 'user', roles: rolesOf(person), password };
      await users.put(stored?._rev === undefined ? user : { ...user, _rev: stored._rev });
    },
    remove: async (account) => {
      const stored = await users.get(idOf(account));
      if (stored?._rev === undefined) return false;
      await users.remove(stored._id, stored._rev);
      return true;
    },
    check: async (name, password) => {
      if (password === '' || password.length > LONGEST_PASSWORD) return wrongPassword();
      try {
        await couch.signIn(name, password);
        return ok(null);
      } catch (error) {
        const status = couchStatus(error);
        if (status === 401) return wrongPassword();
        if (status === 403 || status === 429)
          return fail(appError('session.locked', 'too many attempts, wait a few minutes'));
        throw error;
      }
    },
  };
}

function weak(): Result<never> {
  return fail(
    appError('session.weakPassword', `a password has at least ${String(SHORTEST_PASSWORD)} characters`, {
      shortest: SHORTEST_PASSWORD,
    }),
  );
}

function wrongPassword(): Result<never> {
  return fail(appError('session.wrongPassword', 'wrong account or password'));
}
