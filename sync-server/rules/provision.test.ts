import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookDatabase } from '../../shared/access/database-names.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import type { Couch } from '../couch/connect.ts';
import { RULES_DOCUMENT } from './design-documents.ts';
import { ACCOUNTS_DATABASE, activityRole, provisionAll, provisionBook, provisionServer } from './provision.ts';
import { readPublishedRules } from './published-rules.ts';

const ACTIVITY = '01HK153X0173FHWT6W4MS9X6BE';

describe('provisioning', () => {
  let server: TestCouch;
  let book: string;
  beforeAll(async () => {
    server = await startTestCouch();
    await provisionServer(server.couch);
    book = await provisionBook(server.couch, ACTIVITY);
  });
  afterAll(() => server.close());

  it('makes every database once', async () => {
    const names = await server.couch.listDatabases();
    for (const name of ['commons', 'office', 'network', ACCOUNTS_DATABASE, book]) expect(names).toContain(name);
  });

  it('changes nothing the second time', async () => {
    const read = async () =>
      Promise.all(
        ['commons', 'office', 'network', book].map(async (db) => [
          (await server.couch.database(db).get(RULES_DOCUMENT))?._rev,
          await server.couch.request({ db, path: '_security' }),
          (await server.couch.database(db).info())?.update_seq,
        ]),
      );
    const before = await read();
    await provisionServer(server.couch);
    await provisionBook(server.couch, ACTIVITY);
    expect(await read()).toEqual(before);
  });

  it('lets readers into a new book only once its rules stand', async () => {
    const steps: string[] = [];
    const watched: Couch = {
      ...server.couch,
      request: (request) => {
        if (request.path === '_security' && request.method === 'PUT') steps.push(JSON.stringify(request.body));
        return server.couch.request(request);
      },
      database: (name) => {
        const database = server.couch.database(name);
        return {
          ...database,
          put: (document) => {
            steps.push(document._id);
            return database.put(document);
          },
        };
      },
    };
    await provisionBook(watched, '01HK153X0173FHWT6W4MS9X6BF');
    const isOpening = (step: string): boolean => step.includes('support-team');
    const lastRules = steps.lastIndexOf(RULES_DOCUMENT);
    expect(lastRules).toBeGreaterThan(-1);
    // For each database: closed, rules, open.
    for (const [index, step] of steps.entries()) {
      if (isOpening(step)) expect(steps[index - 1]).toBe(RULES_DOCUMENT);
    }
    expect(steps.filter(isOpening)).toHaveLength(steps.filter((step) => step === RULES_DOCUMENT).length);
  });

  it('closes no database that stands, not for a moment', async () => {
    const changed: unknown[] = [];
    const watched: Couch = {
      ...server.couch,
      request: (request) => {
        if (request.path === '_security' && request.method === 'PUT') changed.push(request.db);
        return server.couch.request(request);
      },
    };
    await provisionServer(watched);
    await provisionBook(watched, ACTIVITY);
    expect(changed).toEqual([]);
  });

  it('says when a database cannot be made, and goes no further', async () => {
    const refusing: Couch = {
      ...server.couch,
      request: (request) =>
        request.db === book && request.method === 'PUT' && request.path === undefined
          ? Promise.reject(Object.assign(new Error('the disk is full'), { statusCode: 500 }))
          : server.couch.request(request),
    };
    await expect(provisionBook(refusing, ACTIVITY)).rejects.toThrow('the disk is full');
  });

  it('brings every activity up to date with the rules that are published', async () => {
    const others = ['01HK153X0173FHWT6W4MS9X6BG', '01HK153X0173FHWT6W4MS9X6BH'];
    const { activities, published } = await provisionAll(server.couch, () =>
      Promise.resolve(others.map((activityId) => ({ activityId }))),
    );
    expect(activities).toBe(2);
    expect(published).toEqual(await readPublishedRules(server.couch));
    const names = await server.couch.listDatabases();
    for (const activity of others) expect(names).toContain(bookDatabase(activity));
  });

  it('mends security that somebody opened, and rules that somebody changed', async () => {
    await server.couch.request({ db: book, path: '_security', method: 'PUT', body: {} });
    const rules = await server.couch.database(book).get(RULES_DOCUMENT);
    await server.couch.database(book).put({ ...rules, _id: RULES_DOCUMENT, contentHash: 'none', lib: { rules: '' } });
    await provisionBook(server.couch, ACTIVITY);
    expect(await server.couch.request({ db: book, path: '_security' })).toMatchObject({
      members: { names: [], roles: ['support-team', activityRole(ACTIVITY)] },
    });
    expect((await server.couch.database(book).get(RULES_DOCUMENT))?.['contentHash']).toBe(rules?.['contentHash']);
  });

  const readers = {
    member: ['member', activityRole(ACTIVITY)],
    other: ['member', activityRole('01HK153X014ZQ906MTVNH4K53B')],
    support: ['support-team'],
  };
  it.each([
    ['book', 'member', 200],
    ['book', 'other', 403],
    ['book', 'support', 200],
    ['commons', 'other', 200],
    ['office', 'member', 403],
    ['office', 'support', 200],
    ['network', 'member', 403],
    ['network', 'support', 200],
    [ACCOUNTS_DATABASE, 'support', 403],
    ['_users', 'support', 401],
  ] as const)('%s read by %s: %i', async (database, reader, status) => {
    const name = database === 'book' ? book : database;
    const response = await server.fetchAs('somebody', readers[reader], `/${name}/_all_docs`);
    expect(response.status).toBe(status);
  });
});
