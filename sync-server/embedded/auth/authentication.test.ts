import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pick } from '../contract/contract-context.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const otherKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function createToken(
  claims: object,
  head: object = { alg: 'ES256', kid: 'k1' },
  key: KeyObject = keys.privateKey,
): string {
  const signed = `${encode(head)}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `Bearer ${signed}.${signature.toString('base64url')}`;
}

const inAMinute = Math.floor(Date.now() / 1000) + 60;

describe('authentication', () => {
  let server: TestServer;
  beforeAll(async () => {
    const pem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    server = await startTestServer({ jwtPublicKeys: { k1: pem } });
  });
  afterAll(() => server.stop());

  describe('with a token', () => {
    it('is who the token says, with its roles but never the administrator', async () => {
      const claims = { sub: 'ada', exp: inAMinute, '_couchdb.roles': ['book-1', '_admin'] };
      const session = await server.anonymous.as(createToken(claims)).get('/_session');
      expect(pick(session.json, 'userCtx')).toEqual({ name: 'ada', roles: ['book-1'] });
      expect((await server.anonymous.as(createToken(claims)).get('/_all_dbs')).status).toBe(401);
    });

    it('opens the databases of its roles', async () => {
      await server.admin.put('/book-1');
      await server.admin.put('/book-1/_security', { members: { names: [], roles: ['book-1'] } });
      const allowed = server.anonymous.as(createToken({ sub: 'ada', exp: inAMinute, '_couchdb.roles': ['book-1'] }));
      const refused = server.anonymous.as(createToken({ sub: 'ada', exp: inAMinute, '_couchdb.roles': [] }));
      expect((await allowed.get('/book-1/_all_docs')).status).toBe(200);
      expect((await refused.get('/book-1/_all_docs')).status).toBe(403);
    });

    const claims = { sub: 'ada', exp: inAMinute };
    it.each([
      ['alg none', `Bearer ${encode({ alg: 'none', kid: 'k1' })}.${encode(claims)}.`, 400],
      ['another algorithm', createToken(claims, { alg: 'HS256', kid: 'k1' }), 400],
      ['an unknown key', createToken(claims, { alg: 'ES256', kid: 'k2' }), 400],
      ['no key id', createToken(claims, { alg: 'ES256' }), 400],
      ['the wrong key', createToken(claims, { alg: 'ES256', kid: 'k1' }, otherKeys.privateKey), 400],
      ['no end', createToken({ sub: 'ada' }), 400],
      ['no name', createToken({ exp: inAMinute }), 400],
      ['an end in the past', createToken({ sub: 'ada', exp: 1_000 }), 401],
      ['a start in the future', createToken({ sub: 'ada', exp: inAMinute, nbf: inAMinute }), 401],
      ['nonsense', 'Bearer x.y', 400],
      ['nothing', 'Bearer ', 400],
    ])('is refused with %s', async (_name, authorization, status) => {
      expect((await server.anonymous.as(authorization).get('/_all_dbs')).status).toBe(status);
    });

    it('ends an open long-poll when the token ends', async () => {
      await server.admin.put('/short');
      await server.admin.put('/short/_security', { members: { names: ['ada'], roles: [] } });
      const exp = Math.floor(Date.now() / 1000) + 2;
      const start = performance.now();
      const client = server.anonymous.as(createToken({ sub: 'ada', exp }));
      const answer = await client.get('/short/_changes?feed=longpoll&heartbeat=500');
      expect(answer.status).toBe(200);
      expect(performance.now() - start).toBeLessThan(4_000);
    });
  });

  describe('with a session', () => {
    it('is a cookie that scripts and other sites cannot use', async () => {
      await server.createPerson('eve', ['reader']);
      const answer = await server.anonymous.post('/_session', { name: 'eve', password: 'pw-eve' });
      expect(answer.headers.get('set-cookie')).toMatch(
        /^AuthSession=.+; Max-Age=600; Path=\/; HttpOnly; SameSite=Strict$/,
      );
      const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const session = await server.anonymous.get('/_session', { cookie });
      expect(pick(session.json, 'userCtx')).toEqual({ name: 'eve', roles: ['reader'] });
      const [name, value = ''] = cookie.split('=');
      const forged = `${name ?? ''}=${value.replace(/^[^:]+/, Buffer.from('root-admin').toString('base64url'))}`;
      expect(pick((await server.anonymous.get('/_session', { cookie: forged })).json, 'userCtx', 'name')).toBeNull();
    });

    it('ends when the password changes', async () => {
      await server.createPerson('rita');
      const answer = await server.anonymous.post('/_session', { name: 'rita', password: 'pw-rita' });
      const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const stored = (await server.admin.get('/_users/org.couchdb.user:rita')).json as object;
      await server.admin.put('/_users/org.couchdb.user:rita', { ...stored, password: 'another' });
      expect(pick((await server.anonymous.get('/_session', { cookie })).json, 'userCtx', 'name')).toBeNull();
      expect((await server.admin.asPerson('rita', 'another').get('/_session')).status).toBe(200);
      expect((await server.admin.asPerson('rita', 'pw-rita').get('/_session')).status).toBe(401);
    });

    it('takes a form as well', async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await server.anonymous.send('POST', '/_session', { rawBody: 'name=eve&password=pw-eve', headers });
      expect(answer.status).toBe(200);
    });
  });

  describe('people', () => {
    it('have no readable password, and keep it when the document is sent back', async () => {
      await server.createPerson('paul', ['a']);
      const stored = (await server.admin.get('/_users/org.couchdb.user:paul')).json as Record<string, unknown>;
      expect(stored['password']).toBeUndefined();
      expect(JSON.stringify(stored)).not.toContain('pw-paul');
      await server.admin.put('/_users/org.couchdb.user:paul', { ...stored, roles: ['b'] });
      const session = await server.admin.asPerson('paul', 'pw-paul').get('/_session');
      expect(pick(session.json, 'userCtx', 'roles')).toEqual(['b']);
    });

    it.each([
      [{ name: 'x', type: 'user', roles: ['_admin'], password: 'p' }],
      [{ name: 'y', type: 'user', roles: [], password: 'p' }],
      [{ name: 'x', type: 'robot', roles: [], password: 'p' }],
      [{ name: 'x', type: 'user', password: 'p' }],
    ])('must have a proper form: %j', async (user) => {
      expect((await server.admin.put('/_users/org.couchdb.user:x', user)).status).toBe(403);
    });

    it('are gone when their document is deleted', async () => {
      const gone = await server.createPerson('gone');
      const rev = pick((await server.admin.get('/_users/org.couchdb.user:gone')).json, '_rev');
      await server.admin.delete(`/_users/org.couchdb.user:gone?rev=${String(rev)}`);
      expect((await gone.get('/_session')).status).toBe(401);
    });
  });

  it('locks an account after five wrong passwords, also when they come at once', async () => {
    const victim = await server.createPerson('victim');
    const guesses = Array.from({ length: 20 }, (_, i) => server.admin.asPerson('victim', `guess${i}`).get('/_session'));
    const statuses = (await Promise.all(guesses)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401).length).toBe(5);
    expect(statuses.filter((status) => status === 403).length).toBe(15);
    expect((await victim.get('/_session')).status).toBe(403);
    expect((await server.createPerson('bystander').then((other) => other.get('/_session'))).status).toBe(200);
  });
});

describe('password hashes', () => {
  it('have the cost of today by default', async () => {
    const server = await startTestServer({ limits: { passwordIterations: 600_000 } });
    await server.createPerson('costly');
    const stored = (await server.admin.get('/_users/org.couchdb.user:costly')).json;
    expect(stored).toMatchObject({ password_scheme: 'pbkdf2', pbkdf2_prf: 'sha256', iterations: 600_000 });
    await server.stop();
  });
});
