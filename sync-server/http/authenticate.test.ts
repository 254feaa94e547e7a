import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../accounts/account-store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { provisionServer } from '../rules/provision.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { authenticate, tellWhy } from './authenticate.ts';

const ADA: Person = { account: 'ada.fall', displayName: 'Ada Fall', role: 'supportTeam', activityId: null };

let server: TestCouch;
let accounts: Accounts;
beforeAll(async () => {
  server = await startTestCouch();
  await provisionServer(server.couch);
  accounts = openAccounts(server.couch, () => '2026-03-01T08:00:00.000Z');
  await accounts.people.addPerson(ADA);
});
afterAll(() => server.close());

/** Who asks with the token of a session, under the name of an account; else the code of the refusal. */
async function ask(token: string | undefined, account = 'ada.fall'): Promise<unknown> {
  const headers = {
    'x-sillon-account': account,
    ...(token !== undefined && { cookie: `sillon-session-${account}=${token}` }),
  };
  const found = await authenticate({ headers } as unknown as FastifyRequest, accounts); // what is read of it
  return found.ok ? found.value : found.error.code;
}

describe('who sends a request', () => {
  it('is the person of the session, with the token', async () => {
    const token = await accounts.sessions.start('ada.fall', 'D1');
    const session = expect.objectContaining({ account: 'ada.fall', deviceId: 'D1' }) as unknown;
    expect(await ask(token)).toEqual({ person: ADA, session, token });
    // Again, from what is known of the session.
    expect(await ask(token)).toEqual({ person: ADA, session, token });
  });

  it('is looked up once, however often a session asks', async () => {
    const token = await accounts.sessions.start('ada.fall', 'D4');
    const found: string[] = [];
    const findPerson = (account: string): Promise<Person | undefined> => {
      found.push(account);
      return accounts.people.findPerson(account);
    };
    const watched = { ...accounts, people: { ...accounts.people, findPerson } };
    const headers = { 'x-sillon-account': 'ada.fall', cookie: `sillon-session-ada.fall=${token}` };
    for (let count = 0; count < 3; count += 1) {
      expect((await authenticate({ headers } as unknown as FastifyRequest, watched)).ok).toBe(true);
    }
    expect(found).toEqual(['ada.fall']);
  });

  it('is nobody without a session, or with that of another account under the own name', async () => {
    const token = await accounts.sessions.start('ada.fall', 'D2');
    expect(await ask(undefined)).toBe('session.expired');
    expect(await ask('made up')).toBe('session.expired');
    expect(await ask(token, 'bo.lind')).toBe('session.expired');
    expect(await ask(token, 'No account')).toBe('session.expired');
  });

  it('is nobody where the person is no longer there', async () => {
    expect(await ask(await accounts.sessions.start('cy.gone', 'D1'), 'cy.gone')).toBe('session.expired');
  });

  it('is told that the session was ended, which signing in again does not renew by itself', async () => {
    const token = await accounts.sessions.start('ada.fall', 'D3');
    await accounts.sessions.end(token);
    expect(await ask(token)).toBe('session.ended');
    expect(await tellWhy(accounts, token)).toMatchObject({ error: { code: 'session.ended' } });
    expect(await tellWhy(accounts, undefined)).toMatchObject({ error: { code: 'session.expired' } });
  });
});
