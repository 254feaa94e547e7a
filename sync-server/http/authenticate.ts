import type { FastifyRequest } from 'fastify';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { Person } from '../accounts/account-store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Session } from '../accounts/sessions.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Who sends a request. */
export interface Caller {
  readonly person: Person;
  readonly session: Session;
  readonly token: string;
}

/**
 * Finds the session of the account a request names. Errors: `session.ended` when the person or the support team ended it,
 * else `session.expired`, whatever is wrong with it.
 */
export async function authenticate(request: FastifyRequest, accounts: Accounts): Promise<Result<Caller>> {
  const cookie = readSessionCookie(request);
  const session = cookie === undefined ? undefined : await accounts.sessions.find(cookie.token);
  if (cookie === undefined || session?.account !== cookie.account) return tellWhy(accounts, cookie?.token);
  const person = persons.get(session) ?? (await accounts.people.findPerson(session.account));
  if (person === undefined) return expired();
  persons.set(session, person);
  return ok({ person, session, token: cookie.token });
}

/** Trusted for as long as the session that was found is: a person is added and erased, never changed. */
const persons = new WeakMap<Session, Person>();

/** Why a token opens nothing: its device renews what ran out, but nothing that was ended. */
export async function tellWhy({ sessions }: Accounts, token: string | undefined): Promise<Result<never>> {
  const isEnded = token !== undefined && (await sessions.wasEnded(token));
  return isEnded ? fail(appError('session.ended', 'this device was signed out')) : expired();
}

function expired(): Result<never> {
  return fail(appError('session.expired', 'sign in again'));
}
