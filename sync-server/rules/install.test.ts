import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { buildRulesDocument, installRules, RULES_DOCUMENT } from './design-documents.ts';
import { installViews } from './install-views.ts';
import { installOwned, readOwned } from './owned-view.ts';

let server: TestCouch;
let database: CouchDatabase;
let made = 0;
beforeAll(async () => {
  server = await startTestCouch();
});
afterAll(() => server.close());
beforeEach(async () => {
  made += 1;
  database = server.couch.database(`here-${String(made)}`);
  await server.couch.request({ db: database.name, method: 'PUT' });
});

/** The same database as somebody sees it who looked before another server wrote. */
const seenBefore = (): CouchDatabase => ({ ...database, get: () => Promise.resolve(undefined) });
const missing = (): CouchDatabase => server.couch.database('nowhere');

describe('the rules of a database', () => {
  it('are written once', async () => {
    expect(await installRules(database, 'office')).toBe(true);
    expect(await installRules(database, 'office')).toBe(false);
  });

  it('take the place of others in one write', async () => {
    await installRules(database, 'network');
    const before = await database.get(RULES_DOCUMENT);
    expect(await installRules(database, 'receipts')).toBe(true);
    const after = await database.get(RULES_DOCUMENT);
    expect(after).toEqual({ ...(await buildRulesDocument('receipts')), _rev: after?._rev });
    expect(after?._rev).not.toBe(before?._rev);
  });

  it('are not read again by who just read them', async () => {
    await installRules(database, 'network');
    const known = await database.get(RULES_DOCUMENT);
    const unreadable = { ...database, get: () => Promise.reject(new Error('read again')) };
    expect(await installRules(unreadable, 'network', BUILT_IN_RULES, known)).toBe(false);
  });

  it('stand when another server wrote them at the same moment', async () => {
    await installRules(database, 'network');
    const { _rev } = (await database.get(RULES_DOCUMENT)) ?? {};
    expect(await installRules(database, 'network', BUILT_IN_RULES, 'none')).toBe(false);
    expect(await database.get(RULES_DOCUMENT)).toMatchObject({ _rev });
  });

  it('are not said to stand where they could not be written', async () => {
    await expect(installRules(missing(), 'network')).rejects.toMatchObject({ statusCode: 404 });
  });

  it('carry the settings of the version before in the commons alone, where a subject takes their place', async () => {
    const former = makeCooperative({ tradeName: 'Les Sillons d’avant' });
    const carriedBy = async (kind: 'commons' | 'book') =>
      (await buildRulesDocument(kind, { ...BUILT_IN_RULES, former })).lib?.published;
    expect(await carriedBy('commons')).toContain('Les Sillons d’avant');
    expect(await carriedBy('book')).not.toContain('Les Sillons d’avant');
  });
});

describe('the views of a database', () => {
  const ID = '_design/some';
  const views = (name: string) => ({ [name]: { map: 'function (doc) { emit(doc._id, 1); }' } });

  it('are written once, and again when they are others', async () => {
    await installViews(database, ID, views('one'));
    const first = await database.get(ID);
    await installViews(database, ID, views('one'));
    expect(await database.get(ID)).toEqual(first);
    await installViews(database, ID, views('two'));
    expect(await database.get(ID)).toMatchObject({ views: views('two') });
  });

  it('are left to another server that wrote them at the same moment', async () => {
    await installViews(database, ID, views('one'));
    await installViews(seenBefore(), ID, views('two'));
    expect(await database.get(ID)).toMatchObject({ views: views('one') });
  });

  it('are not said to stand where they could not be written', async () => {
    await expect(installViews(missing(), ID, views('one'))).rejects.toMatchObject({ statusCode: 404 });
  });
});

it('what an account owns is found without reading anybody else’s', async () => {
  await installOwned(database);
  const documents = [
    { _id: 'device:1', account: 'ada' },
    { _id: 'device:2', account: 'bob' },
    { _id: 'session:3', account: 'ada' },
    { _id: 'counter:4', account: 'ada' },
    { _id: 'device:5' },
  ];
  await database.writeAll(documents, true);
  const owned = async (...[kind, account]: ['device' | 'session', string]) =>
    (await readOwned(database, kind, account)).map(({ _id }) => _id);
  expect(await owned('device', 'ada')).toEqual(['device:1']);
  expect(await owned('session', 'ada')).toEqual(['session:3']);
  expect(await owned('session', 'bob')).toEqual([]);
});
