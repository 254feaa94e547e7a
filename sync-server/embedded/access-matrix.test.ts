import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CouchClient } from './testing/couch-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

/** Endpoints of one database: what a member, a database administrator and the server administrator get. */
const DATABASE_CALLS: [method: string, path: string, body: unknown, member: number, dbAdmin: number, admin: number][] =
  [
    ['GET', '', undefined, 200, 200, 200],
    ['GET', '/_security', undefined, 200, 200, 200],
    ['PUT', '/_security', 'SECURITY', 403, 403, 200],
    ['GET', '/_revs_limit', undefined, 200, 200, 200],
    ['PUT', '/_revs_limit', 1000, 403, 200, 200],
    ['GET', '/_all_docs', undefined, 200, 200, 200],
    ['POST', '/_all_docs', { keys: ['doc'] }, 200, 200, 200],
    ['GET', '/_design_docs', undefined, 200, 200, 200],
    ['GET', '/_local_docs', undefined, 200, 200, 200],
    ['GET', '/_changes', undefined, 200, 200, 200],
    ['POST', '/_changes?filter=_doc_ids', { doc_ids: ['doc'] }, 200, 200, 200],
    ['POST', '/_bulk_docs', { docs: [{ v: 1 }] }, 201, 201, 201],
    ['POST', '/_bulk_get', { docs: [{ id: 'doc' }] }, 200, 200, 200],
    ['POST', '/_revs_diff', { doc: ['1-x'] }, 200, 200, 200],
    ['POST', '/_missing_revs', { doc: ['1-x'] }, 200, 200, 200],
    ['POST', '/_find', { selector: {} }, 200, 200, 200],
    ['GET', '/_index', undefined, 200, 200, 200],
    ['POST', '/_index', { index: { fields: ['a'] }, ddoc: 'ix', name: 'ix' }, 403, 200, 200],
    ['DELETE', '/_index/_design/absent/json/x', undefined, 403, 404, 404],
    ['POST', '/_ensure_full_commit', {}, 201, 201, 201],
    ['GET', '/doc', undefined, 200, 200, 200],
    ['POST', '', { v: 2 }, 201, 201, 201],
    ['PUT', '/doc', { v: 3 }, 409, 409, 409],
    ['DELETE', '/doc', undefined, 409, 409, 409],
    ['COPY', '/doc', undefined, 400, 400, 400],
    ['GET', '/doc/file.txt', undefined, 200, 200, 200],
    ['PUT', '/doc/file.txt', 'x', 409, 409, 409],
    ['DELETE', '/doc/file.txt', undefined, 409, 409, 409],
    ['PUT', '/_local/x', {}, 201, 201, 201],
    ['GET', '/_local/x', undefined, 200, 200, 200],
    ['DELETE', '/_local/x', undefined, 200, 404, 404],
    ['PUT', '/_design/d', { v: 1 }, 403, 201, 409],
    ['GET', '/_design/d', undefined, 200, 200, 200],
    ['GET', '/_design/d/_view/v', undefined, 404, 404, 404],
    ['GET', '/_design/d/_show/s', undefined, 501, 501, 501],
    ['POST', '/_design/d/_update/u', {}, 501, 501, 501],
    ['POST', '/_purge', { doc: ['1-x'] }, 403, 403, 201],
    ['POST', '/_compact', {}, 501, 501, 501],
    ['GET', '/_shards', undefined, 501, 501, 501],
  ];

/** Endpoints of the server: what somebody signed in and the administrator get. */
const SERVER_CALLS: [method: string, path: string, body: unknown, user: number, admin: number][] = [
  ['GET', '/_all_dbs', undefined, 401, 200],
  ['GET', '/_db_updates', undefined, 401, 200],
  ['PUT', '/evil', undefined, 401, 201],
  ['DELETE', '/evil', undefined, 401, 200],
  ['GET', '/_users', undefined, 403, 200],
  ['GET', '/_users/_all_docs', undefined, 401, 200],
  ['GET', '/_users/_changes', undefined, 401, 200],
  ['POST', '/_users/_find', { selector: {} }, 403, 200],
  ['GET', '/_users/org.couchdb.user:member', undefined, 403, 200],
  ['GET', '/_users/org.couchdb.user:stranger', undefined, 403, 200],
  ['PUT', '/_users/org.couchdb.user:evil', { name: 'evil', type: 'user', roles: [], password: 'x' }, 403, 201],
  ['POST', '/_users/_bulk_docs', { docs: [{ _id: 'org.couchdb.user:evil2' }] }, 403, 403],
  ['PUT', '/_users/_security', {}, 403, 200],
  ['GET', '/_node/_local/_config', undefined, 501, 501],
  ['PUT', '/_node/_local/_config/admins/evil', 'x', 501, 501],
  ['POST', '/_replicate', {}, 501, 501],
  ['GET', '/_active_tasks', undefined, 501, 501],
  ['GET', '/_utils/index.html', undefined, 501, 501],
  ['GET', '/_uuids', undefined, 200, 200],
];

const SECURITY = { admins: { names: [], roles: ['keepers'] }, members: { names: ['member'], roles: [] } };

describe('who may do what', () => {
  let server: TestServer;
  let member: CouchClient;
  let dbAdmin: CouchClient;
  let stranger: CouchClient;
  beforeAll(async () => {
    server = await startTestServer();
    member = await server.createPerson('member');
    dbAdmin = await server.createPerson('keeper', ['keepers']);
    stranger = await server.createPerson('stranger');
    await server.admin.put('/evil0');
    await server.admin.put('/book');
    await server.admin.put('/book/_security', SECURITY);
    const data = Buffer.from('hi').toString('base64');
    await server.admin.put('/book/doc', { v: 1, _attachments: { 'file.txt': { content_type: 'text/plain', data } } });
  });
  afterAll(() => server.stop());

  const call = async (client: CouchClient, method: string, path: string, body: unknown): Promise<number> => {
    const value = body === 'SECURITY' ? SECURITY : body;
    const answer = await client.send(method, path, value === undefined ? {} : { body: value });
    if (answer.status >= 400) {
      expect(Object.keys(answer.json as object)).toEqual(['error', 'reason']);
      expect(answer.text).not.toMatch(/node:|\.ts|sqlite|at .*\(/i);
      expect(answer.text).not.toContain(tmpdir());
    }
    return answer.status;
  };

  it.each(DATABASE_CALLS)('%s /book%s', async (method, path, body, memberStatus, dbAdminStatus, adminStatus) => {
    const target = `/book${path}`;
    expect(await call(server.anonymous, method, target, body)).toBe(401);
    expect(await call(stranger, method, target, body)).toBe(403);
    expect(await call(member, method, target, body)).toBe(memberStatus);
    expect(await call(dbAdmin, method, target, body)).toBe(dbAdminStatus);
    expect(await call(server.admin, method, target, body)).toBe(adminStatus);
  });

  it.each(SERVER_CALLS)('%s %s', async (method, path, body, userStatus, adminStatus) => {
    expect(await call(server.anonymous, method, path, body)).toBe(401);
    expect(await call(stranger, method, path, body)).toBe(userStatus);
    expect(await call(server.admin, method, path, body)).toBe(adminStatus);
  });

  it('everybody may see that the server is there, and nothing else', async () => {
    for (const path of ['/', '/_up', '/_session']) expect((await server.anonymous.get(path)).status).toBe(200);
    for (const path of ['/absent', '/_absent', '/book/_absent', '/UPPER']) {
      expect((await server.anonymous.get(path)).status).toBe(401);
    }
    expect((await server.anonymous.send('OPTIONS', '/book/_changes')).status).toBe(401);
  });

  it('a member cannot get at another database by a path trick', async () => {
    await server.admin.put('/secret');
    await server.admin.put('/secret/doc', {});
    for (const path of [
      '/book/../secret/doc',
      '/book%2F..%2Fsecret/doc',
      '/secret//doc',
      '//secret/doc',
      '/book/..%2Fsecret%2Fdoc',
    ]) {
      expect((await member.get(path)).text).not.toContain('"_rev"');
    }
  });

  it('a long-poll ends when its user is taken out of the database', async () => {
    await server.admin.put('/shrinking');
    await server.admin.put('/shrinking/_security', SECURITY);
    const poll = await member.listen('/shrinking/_changes?feed=longpoll&include_docs=true&heartbeat=10000');
    await server.admin.put('/shrinking/_security', { members: { names: ['somebody-else'], roles: [] } });
    await server.admin.put('/shrinking/later', { secret: true });
    expect(await poll.end).toMatchObject({ results: [] });
  });
});
