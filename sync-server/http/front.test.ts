import { request as httpRequest } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAccountInfo } from '../../shared/access/account-info.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeTestFolder } from '../testing/test-folder.ts';
import { makeCustomer } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const web = makeTestFolder();
const log: string[] = [];

let server: TestServer;
let ada: TestDevice;
let bo: TestDevice;
let nadia: TestDevice;

async function enrolDevice(request: object, deviceName: string): Promise<TestDevice> {
  const { code } = await server.enrol(request);
  const device = new TestDevice(server.url);
  await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName });
  return device;
}

beforeAll(async () => {
  writeFileSync(join(web.path, 'index.html'), `<!doctype html><title>Sillon</title>${' '.repeat(1200)}`);
  mkdirSync(join(web.path, 'assets'));
  writeFileSync(join(web.path, 'assets', 'main-abc.js'), 'export {}');
  server = await startTestServer({ webRoot: web.path, log: (line) => log.push(line) });
  ada = await enrolDevice({ name: 'Ada Fall', newActivity: 'Pain de Lune' }, 'portable');
  bo = await enrolDevice({ name: 'Bo Lind', newActivity: 'Vannerie Lind' }, 'portable');
  nadia = await enrolDevice({ name: 'Nadia Roy', isSupport: true }, 'bureau');
});
afterAll(async () => {
  await server.close();
  web.remove();
});

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { error: { code: string } }).error.code;
}

describe('enrolment and sign-in', () => {
  it('tells a member what they may read and their invoice prefix', () => {
    expect(isAccountInfo(ada.info)).toBe(true);
    expect(ada.info).toMatchObject({ account: 'ada.fall', role: 'member', device: { prefix: 'PD1' }, isDemo: false });
    expect(Object.keys(ada.info?.databases ?? {}).sort()).toEqual(['book', 'commons', 'receipts']);
    expect(nadia.info).toMatchObject({ role: 'supportTeam', activityId: null, device: { prefix: 'EQ1' } });
    expect(Object.keys(nadia.info?.databases ?? {}).sort()).toEqual(['commons', 'network', 'office']);
  });

  it('refuses a weak password without using the code up, and the code twice', async () => {
    const { code } = await server.enrol({ name: 'Cy Roux', activityId: ada.info?.activityId });
    const device = new TestDevice(server.url);
    const redeem = (password: string) => device.post('/api/enrolments/redeem', { code, password, deviceName: 'x' });
    expect(await codeOf(await redeem('court'))).toBe('session.weakPassword');
    expect((await redeem(PASSWORD)).status).toBe(200);
    expect(await codeOf(await redeem(PASSWORD))).toBe('enrolment.usedCode');
  });

  it('signs in on a new device with the next prefix, on a known one with its own', async () => {
    const device = new TestDevice(server.url);
    const first = await device.open('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName: 'fixe' });
    expect(first.device.prefix).toMatch(/^PD[2-9]$/);
    const { id: deviceId } = first.device;
    const again = await device.open('/api/session', {
      account: 'ada.fall',
      password: PASSWORD,
      deviceName: 'fixe',
      deviceId,
    });
    expect(again.device).toEqual(first.device);
    expect((await device.fetch('/api/session')).status).toBe(200);
  });

  it('sets a cookie that scripts cannot read', async () => {
    const response = await new TestDevice(server.url).post('/api/session', {
      account: 'bo.lind',
      password: PASSWORD,
      deviceName: 'x',
    });
    const [proof = '', cookie = ''] = response.headers.getSetCookie();
    expect(proof).toMatch(
      /^sillon-device-bo\.lind=\w{26}\.[\w-]{43}; Path=\/api\/session; Max-Age=34560000; HttpOnly; SameSite=Strict$/,
    );
    expect(cookie).toMatch(/^sillon-session-bo\.lind=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Strict$/);
  });

  it('ends a session on sign-out', async () => {
    const device = new TestDevice(server.url);
    await device.open('/api/session', { account: 'bo.lind', password: PASSWORD, deviceName: 'x' });
    const kept = new Map(device.cookies);
    expect((await device.fetch('/api/session', { method: 'DELETE' })).status).toBe(204);
    for (const [name, value] of kept) device.cookies.set(name, value);
    expect(await codeOf(await device.fetch('/api/session'))).toBe('session.ended');
    expect(await codeOf(await device.fetch(`/couch/${device.book}`))).toBe('session.ended');
  });

  it('says the same to a wrong password and to a wrong account, then locks', async () => {
    const attempt = (account: string, password: string) =>
      new TestDevice(server.url).post('/api/session', { account, password, deviceName: 'x' });
    expect(await codeOf(await attempt('no.body', 'une devinette'))).toBe('session.wrongPassword');
    const codes: string[] = [];
    for (let n = 0; n < 6; n += 1) codes.push(await codeOf(await attempt('nadia.roy', `devinette ${String(n)}`)));
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('session.wrongPassword'));
    expect(codes[5]).toBe('session.locked');
    expect(await codeOf(await attempt('nadia.roy', PASSWORD))).toBe('session.locked');
  });

  it('shows no demonstration on a real server', async () => {
    const response = await fetch(`${server.url}/api/demo`);
    expect([response.status, await codeOf(response)]).toEqual([404, 'network.refused']);
    expect(
      (await new TestDevice(server.url).post('/api/demo/enter', { account: 'ada.fall', deviceName: 'x' })).status,
    ).toBe(404);
  });
});

describe('what the front lets through', () => {
  it('lets a member write into the own book and not into another', async () => {
    const customer = makeCustomer('ada.fall', ada.info?.activityId ?? '');
    expect(await ada.push([customer])).toMatchObject([{ ok: true }]);
    expect((await nadia.fetch(`/couch/${ada.book}/${customer.id}`)).status).toBe(200);
    expect(await codeOf(await bo.fetch(`/couch/${ada.book}/${customer.id}`))).toBe('network.refused');
    const receipts = `/couch/${ada.info?.databases.receipts ?? ''}/_all_docs`;
    expect((await nadia.post(receipts, { keys: [] })).status).toBe(200);
    expect(await codeOf(await bo.post(receipts, { keys: [] }))).toBe('network.refused');
  });

  it('refuses a record in another’s name with the code of the rule', async () => {
    const [row] = await ada.push([makeCustomer('bo.lind', ada.info?.activityId ?? '')]);
    expect(row).toMatchObject({ error: 'forbidden', reason: expect.stringMatching(/^record\.forbidden: /) as string });
  });

  it.each([
    ['GET', '/_all_dbs'],
    ['GET', '/_users/_all_docs'],
    ['GET', '/_node/_local/_config'],
    ['GET', '/sillon-accounts/_all_docs'],
    ['GET', '/network/_all_docs'],
    ['GET', '/office/_all_docs'],
    ['GET', '/BOOK/_security'],
    ['PUT', '/BOOK/_security'],
    ['GET', '/BOOK/_design/rules'],
    ['GET', '/BOOK/_design%2Frules'],
    ['PUT', '/BOOK/customer:1'],
    ['DELETE', '/BOOK/customer:1'],
    ['POST', '/BOOK/_find'],
    ['POST', '/BOOK/_purge'],
    ['PUT', '/BOOK'],
    ['DELETE', '/BOOK'],
    ['GET', '/BOOK/../_users'],
    ['GET', '/BOOK/%2e%2e/_users'],
  ])('keeps a member from %s %s', async (method, path) => {
    const status = await rawStatus(ada, method, `/couch${path.replace('BOOK', ada.book)}`);
    expect([403, 404]).toContain(status);
  });

  it.each([
    ['nothing', {}, {}],
    ['only the cookie', { cookie: true }, {}],
    ['only the header', { account: true }, {}],
    ['another account’s header', { cookie: true }, { 'x-sillon-account': 'bo.lind' }],
    [
      'the administrator’s password',
      {},
      { authorization: `Basic ${Buffer.from('keeper:a password of the tests').toString('base64')}` },
    ],
  ])(
    'takes %s for no session',
    async (_name, has: { cookie?: boolean; account?: boolean }, headers: Record<string, string>) => {
      const response = await fetch(`${server.url}/couch/${ada.book}/_all_docs`, {
        headers: {
          ...(has.cookie === true ? { cookie: [...ada.cookies].map((pair) => pair.join('=')).join('; ') } : {}),
          ...(has.account === true ? { 'x-sillon-account': 'ada.fall' } : {}),
          ...headers,
        },
      });
      expect([response.status, await codeOf(response)]).toEqual([401, 'session.expired']);
    },
  );

  it('refuses other hosts, other origins and other sites', async () => {
    expect(await rawStatus(ada, 'GET', '/api/status', { host: 'evil.example' })).toBe(403);
    expect(await rawStatus(ada, 'GET', '/api/status', { origin: 'https://evil.example' })).toBe(403);
    expect(await rawStatus(ada, 'GET', '/api/status', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await rawStatus(ada, 'GET', '/api/status', { origin: server.url })).toBe(200);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await rawStatus(ada, 'GET', '/', link)).toBe(200);
  });

  it('takes commands only with the token of the folder', async () => {
    const response = await fetch(`${server.url}/control/status`, {
      method: 'POST',
      headers: { 'x-sillon-control': 'guess' },
    });
    expect(response.status).toBe(403);
  });

  it('refuses bodies that are too large', async () => {
    const body = JSON.stringify({ account: 'x'.repeat(70_000) });
    const response = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect([response.status, await codeOf(response)]).toEqual([413, 'file.tooLarge']);
  });

  it('lets only the support team ask for a verification', async () => {
    expect(await codeOf(await ada.post('/api/verify', {}))).toBe('network.refused');
    expect(await (await nadia.post('/api/verify', {})).json()).toMatchObject({
      checked: 0,
      verified: 0,
      mismatches: 0,
      notVerifiable: 0,
    });
  });
});

it('gives the key of an account’s backups to its own devices, the same to each', async () => {
  const ask = async (device: TestDevice) => (await device.fetch('/api/session/backup-key')).json() as Promise<unknown>;
  const second = new TestDevice(server.url);
  await second.open('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName: 'fixe' });
  const key = await ask(ada);
  expect(JSON.stringify(key)).toMatch(/^\{"keyId":"[0-9a-f]{16}","key":"[\w-]{43}"\}$/);
  expect(await ask(second)).toEqual(key);
  expect(await ask(bo)).not.toEqual(key);
  expect((await fetch(`${server.url}/api/session/backup-key`)).status).toBe(401);
});

it('answers JSON of 5,000 levels with 400 and logs no stack', async () => {
  const nested = '['.repeat(5_000) + ']'.repeat(5_000);
  const headers = { 'content-type': 'application/json' };
  const bodies = [
    `{"account":${nested}}`,
    `{"account":"a","password":"b","deviceName":"c","more":{"__proto__":${nested}}}`,
  ];
  for (const body of bodies) {
    expect((await ada.fetch('/api/session', { method: 'POST', headers, body })).status).toBe(400);
  }
  const push = await ada.fetch(`/couch/${ada.book}/_bulk_docs`, {
    method: 'POST',
    headers,
    body: `{"docs":[${nested}]}`,
  });
  expect(push.status).toBe(400);
  expect(log.filter((line) => /RangeError|\n/.test(line))).toEqual([]);
});

describe('the web application', () => {
  it('comes with a strict policy and is asked for each time', async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'self'", "frame-ancestors 'none'", "connect-src 'self'"])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe-eval');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps hashed files for ever and serves nothing outside', async () => {
    const asset = await fetch(`${server.url}/assets/main-abc.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets', '/nothing.js']) {
      expect(await rawStatus(ada, 'GET', path), path).toBe(404);
    }
  });
});

/** A request whose path and headers nobody cleans up on the way. */
function rawStatus(
  device: TestDevice,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const cookie = [...device.cookies].map((pair) => pair.join('=')).join('; ');
    const all = { cookie, 'x-sillon-account': device.info?.account ?? '', ...headers };
    const request = httpRequest({ hostname, port, method, path, headers: all }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}
