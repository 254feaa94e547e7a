import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { Couch } from '../couch/connect.ts';
import { activityRole } from '../rules/provision.ts';
import type { Person } from './account-store.ts';
import { openHashLane } from '../lanes/hash-lane.ts';
import { openKeyedLane } from '../lanes/keyed-lane.ts';
import { DECOY, isProvedBy, readPasswordProof } from './password-proof.ts';

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/**
 * Passwords live in CouchDB's `_users`, hashed by CouchDB. They are compared here: CouchDB, which sees one address only,
 * would lock a person out for what strangers type (decision 18).
 */
export interface Passwords {
  /** Error: `session.weakPassword`. */
  readonly judge: (password: string) => Result<null>;
  /** Sets a password that was judged fit, and tells whether there was one before. */
  readonly set: (person: Person, password: string) => Promise<boolean>;
  /** Takes an account's password away: nobody signs in with it until a new one is set. Whether there was one. */
  readonly remove: (account: string) => Promise<boolean>;
  /**
   * Compares a password and gives its mark. Known devices have a queue of their own, so that a flood of guesses does not
   * keep them out. Errors: `session.wrongPassword`; `session.slowDown` when too many wait already.
   */
  readonly check: (account: string, password: string, isKnownDevice: boolean) => Promise<Result<string>>;
  /** Whether the password with this mark still stands. */
  readonly isCurrent: (account: string, mark: string) => Promise<boolean>;
}

/** The roles a person carries in CouchDB. */
export function rolesOf(person: Person): string[] {
  if (person.role === 'supportTeam') return [SUPPORT_TEAM_ROLE];
  return person.activityId === null ? [MEMBER_ROLE] : [MEMBER_ROLE, activityRole(person.activityId)];
}

export function openPasswords(couch: Couch): Passwords {
  const users = couch.database('_users');
  const idOf = (account: string): string => `org.couchdb.user:${account}`;
  const ofStrangers = openHashLane(2, 32);
  const ofKnownDevices = openHashLane(1, 32);
  /** One account waits for itself, whatever it sends at once. */
  const ofAccounts = openKeyedLane(1, 4);
  return {
    judge: (password) =>
      password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD ? weak() : ok(null),
    set: async (person, password) => {
      const _id = idOf(person.account);
      const stored = await users.get(_id);
      const user = { _id, name: person.account, type: 'user', roles: rolesOf(person), password };
      await users.put(stored?._rev === undefined ? user : { ...user, _rev: stored._rev });
      return stored !== undefined;
    },
    remove: async (account) => {
      const stored = await users.get(idOf(account));
      if (stored?._rev === undefined) return false;
      await users.remove(stored._id, stored._rev);
      return true;
    },
    check: async (account, password, isKnownDevice) => {
      if (password === '' || password.length > LONGEST_PASSWORD) return wrongPassword();
      const lane = isKnownDevice ? ofKnownDevices : ofStrangers;
      const key = `${isKnownDevice ? 'known' : 'strange'} ${account}`;
      const compare = async (): Promise<Result<string>> => {
        const user = await users.get(idOf(account));
        const proof = readPasswordProof(user);
        const isRight = (await isProvedBy(password, proof ?? DECOY)) && proof !== undefined;
        return isRight && user?._rev !== undefined ? ok(user._rev) : wrongPassword();
      };
      const checked = await ofAccounts.run(key, () => lane.run(compare));
      return checked ?? fail(appError('session.slowDown', 'too many sign-ins at once', { seconds: 2 }));
    },
    isCurrent: async (account, mark) => (await users.get(idOf(account)))?._rev === mark,
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
