import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshName, pick, pickList } from '../contract/contract-context.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

describe('validation functions', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  async function createDatabase(validate: string, lib: Record<string, string> = {}): Promise<string> {
    const db = `/${freshName('v')}`;
    await server.admin.put(db);
    const answer = await server.admin.put(`${db}/_design/v`, { validate_doc_update: validate, lib });
    expect(answer.status).toBe(201);
    return db;
  }

  async function expectHealthy(): Promise<void> {
    const db = await createDatabase('function (n) { if (n.bad) throw { forbidden: "bad" }; }');
    expect((await server.admin.put(`${db}/good`, {})).status).toBe(201);
    expect((await server.admin.put(`${db}/bad`, { bad: true })).status).toBe(403);
  }

  it.each([
    ['loops for ever', 'function () { while (true) {} }'],
    ['swallows its own interrupt', 'function () { for (;;) { try { while (true) {} } catch (e) {} } }'],
    ['loops while it is loaded', '(function () { while (true) {} })()'],
    ['is caught in a regular expression', 'function () { /^(a+)+$/.test("a".repeat(60) + "!"); }'],
    ['eats memory', 'function () { var all = []; for (;;) all.push(new Array(100000).join("x") + all.length); }'],
    ['calls itself for ever', 'function f() { f(); }'],
    ['throws something odd', 'function () { throw undefined; }'],
    ['does not compile', 'function ('],
    ['asks for a module that is not there', 'function () { require("lib/none"); }'],
  ])('one that %s costs its own write a 500 and nothing else', async (_name, validate) => {
    const db = await createDatabase(validate);
    const others = server.admin.get('/_up');
    const answer = await server.admin.put(`${db}/x`, {});
    expect(answer.status).toBe(500);
    expect((await others).status).toBe(200);
    expect((await server.admin.get(`${db}/x`)).status).toBe(404);
    await expectHealthy();
  });

  it('the server answers others while one loops', async () => {
    const db = await createDatabase('function () { while (true) {} }');
    const slow = server.admin.put(`${db}/x`, {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    await server.admin.get('/_up');
    expect(performance.now() - start).toBeLessThan(500);
    expect((await slow).status).toBe(500);
  });

  it('see no host', async () => {
    const names = ['process', 'fetch', 'Buffer', 'setTimeout', 'Deno', 'WebAssembly', 'console', 'std', 'os', 'module'];
    const checks = names.map((name) => `if (typeof ${name} !== 'undefined') throw { forbidden: '${name}' };`);
    const escape = `var f = (function () {}).constructor('return typeof process + typeof globalThis.process')();
      if (f !== 'undefinedundefined') throw { forbidden: f };`;
    const db = await createDatabase(`function () { ${checks.join('\n')} ${escape} }`);
    expect((await server.admin.put(`${db}/x`, {})).status).toBe(201);
  });

  it('get no younger language than the oldest engine of a CouchDB has, and documents from outside', async () => {
    const names = [
      'Uint8Array',
      'Float64Array',
      'Promise',
      'Proxy',
      '[].at',
      '[].toSorted',
      '[].findLast',
      'Object.hasOwn',
    ];
    const checks = names.map((name) => `typeof ${name}`);
    const outside = 'newDoc.list instanceof Array, JSON.parse("[]") instanceof Array, Array.isArray(newDoc.list)';
    const db = await createDatabase(
      `function (newDoc) { throw { forbidden: String([${checks.join()}, ${outside}]) }; }`,
    );
    const { json } = await server.admin.put(`${db}/x`, { list: [] });
    expect(pick(json, 'reason')).toBe([...names.map(() => 'undefined'), false, false, true].join());
  });

  it('get the document, the one before, the user and the security object', async () => {
    const db = await createDatabase(`function (newDoc, oldDoc, userCtx, secObj) {
      throw { forbidden: JSON.stringify([newDoc, oldDoc, userCtx, secObj]) };
    }`);
    await server.admin.put(`${db}/_security`, { members: { names: ['zoe'], roles: [] } });
    const zoe = await server.createPerson('zoe', ['book']);
    const fresh: unknown = JSON.parse(String(pick((await zoe.put(`${db}/x`, { a: 1 })).json, 'reason')));
    expect(fresh).toEqual([
      { _id: 'x', a: 1, _revisions: { start: 0, ids: [] } },
      null,
      { db: db.slice(1), name: 'zoe', roles: ['book'] },
      { members: { names: ['zoe'], roles: [] } },
    ]);
  });

  it('see the old document on an update and on a deletion', async () => {
    const db = await createDatabase(`function (newDoc, oldDoc) {
      if (oldDoc) throw { forbidden: JSON.stringify([newDoc._rev === oldDoc._rev, newDoc._deleted === true, oldDoc.a]) };
    }`);
    const rev = String(pick((await server.admin.put(`${db}/x`, { a: 7 })).json, 'rev'));
    expect(pick((await server.admin.put(`${db}/x`, { _rev: rev })).json, 'reason')).toBe('[true,false,7]');
    expect(pick((await server.admin.delete(`${db}/x?rev=${rev}`)).json, 'reason')).toBe('[true,true,7]');
    const replicated = { _id: 'x', _rev: '2-f', _revisions: { start: 2, ids: ['f', rev.slice(2)] } };
    const bulk = await server.admin.post(`${db}/_bulk_docs`, { new_edits: false, docs: [replicated] });
    expect(pick(bulk.json, 0, 'reason')).toBe('[false,false,7]');
  });

  it('find their modules as in CouchDB, each loaded once', async () => {
    const db = await createDatabase(
      'function (n) { var a = require("lib/a"); if (a.next() !== n.expected) throw { forbidden: "count" }; }',
      {
        a: 'var b = require("./b"); var count = 0; exports.next = function () { count += b.step; return count; };',
        b: 'exports.step = 2;',
      },
    );
    const docs = [2, 4, 6].map((expected) => ({ expected }));
    const answer = await server.admin.post(`${db}/_bulk_docs`, { docs });
    expect(pickList(answer.json).every((row) => pick(row, 'ok') === true)).toBe(true);
  });

  it('are replaced with their design document', async () => {
    const db = await createDatabase('function () { throw { forbidden: "first" }; }');
    expect(pick((await server.admin.put(`${db}/x`, {})).json, 'reason')).toBe('first');
    const rev = pick((await server.admin.get(`${db}/_design/v`)).json, '_rev');
    await server.admin.put(`${db}/_design/v`, {
      _rev: rev,
      validate_doc_update: 'function () { throw { unauthorized: "second" }; }',
    });
    const answer = await server.admin.put(`${db}/x`, {});
    expect([answer.status, pick(answer.json, 'reason')]).toEqual([401, 'second']);
    const last = pick((await server.admin.get(`${db}/_design/v`)).json, '_rev');
    await server.admin.delete(`${db}/_design/v?rev=${String(last)}`);
    expect((await server.admin.put(`${db}/x`, {})).status).toBe(201);
  });

  it('are not asked for local documents', async () => {
    const db = await createDatabase('function () { throw { forbidden: "no" }; }');
    expect((await server.admin.put(`${db}/_local/x`, {})).status).toBe(201);
  });
});
