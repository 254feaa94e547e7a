import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestDevice } from '../testing/test-device.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number;
}

/** The documented proxy, which says where a request comes from. */
const BEHIND_PROXY = { publicHost: 'books.example.org' };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(BEHIND_PROXY);
});
afterAll(() => server.close());

/** A person with one device. */
async function join(name: string): Promise<{ readonly account: string; readonly device: TestDevice }> {
  const { code, account } = await server.enrol({ name, newActivity: `Atelier de ${name}` });
  const device = new TestDevice(server.url);
  await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'portable' });
  return { account, device };
}

async function read(response: Response): Promise<Answer> {
  const { error } = (await response.json()) as { error?: { code: string } };
  return {
    status: response.status,
    code: error?.code ?? '',
    retryAfter: Number(response.headers.get('retry-after') ?? 0),
  };
}

function post(path: string, body: object, address: string, url = server.url): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  });
}

const guess = (account: string, address: string, password = 'une devinette'): Promise<Answer> =>
  post('/api/session', { account, password, deviceName: 'x' }, address).then(read);

describe('guessing a password', () => {
  it('locks the one who guesses, by true address, and not the person’s own device', async () => {
    const { account, device } = await join('Ada Fall');
    for (let n = 0; n < 5; n += 1) expect((await guess(account, '203.0.113.7')).code).toBe('session.wrongPassword');
    const locked = await guess(account, '203.0.113.7');
    expect(locked).toMatchObject({ status: 429, code: 'session.locked' });
    expect(locked.retryAfter).toBeGreaterThan(30);
    // Even the right password, from there.
    expect((await guess(account, '203.0.113.7', PASSWORD)).code).toBe('session.locked');
    // From anywhere else, on a device nobody knows.
    expect((await guess(account, '198.51.100.4', PASSWORD)).status).toBe(200);
    // On the person's own device, even behind the same address.
    const own = { account, password: PASSWORD, deviceName: 'portable', deviceId: device.info?.device.id };
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' };
    const back = await device.fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(own) });
    expect(back.status).toBe(200);
  });

  it('with what is no text is refused, and no failure of the server', async () => {
    for (const account of ['\0', 'half \ud83c']) expect((await guess(account, '203.0.113.9')).status).toBe(400);
    const { device, account } = await join('Nora Pin');
    const odd = { account, password: PASSWORD, deviceName: 'x', deviceId: '\ud83c' };
    expect((await device.post('/api/session', odd)).status).toBe(200);
  });

  it('from everywhere at once slows down devices nobody knows, never the known one', async () => {
    const { account, device } = await join('Bo Lind');
    const codes: string[] = [];
    for (let n = 0; n < 40; n += 1) codes.push((await guess(account, `198.51.100.${String(n)}`)).code);
    expect(codes).toContain('session.slowDown');
    const own = { account, password: PASSWORD, deviceName: 'portable', deviceId: device.info?.device.id };
    expect((await device.post('/api/session', own)).status).toBe(200);
  });

  it('counts a known device by itself: it cannot guess on either', async () => {
    const { account, device } = await join('Cy Roux');
    const codes: string[] = [];
    for (let n = 0; n < 11; n += 1) {
      const wrong = { account, password: `devinette ${String(n)}`, deviceName: 'portable' };
      codes.push((await read(await device.post('/api/session', wrong))).code);
    }
    expect(codes).toEqual([...Array<string>(10).fill('session.wrongPassword'), 'session.slowDown']);
  });

  it('takes a made-up proof, or another person’s, for a stranger', async () => {
    const { account } = await join('Di Moss');
    const { device: other } = await join('Eve Nor');
    const stolen = other.cookies.get('sillon-device-eve.nor') ?? '';
    expect(stolen).not.toBe('');
    for (const proof of [stolen, `${stolen.slice(0, 26)}.guess`, '.', 'x'.repeat(500)]) {
      const thief = new TestDevice(server.url);
      thief.cookies.set(`sillon-device-${account}`, proof);
      const codes: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        const wrong = { account, password: `devinette ${String(n)}`, deviceName: 'x' };
        codes.push((await read(await thief.post('/api/session', wrong))).code);
      }
      expect(codes[5]).toBe('session.locked');
    }
  });

  it('bounds right passwords too: a member cannot fill the server with sessions', async () => {
    const { account, device } = await join('Hugo Ines');
    const own = { account, password: PASSWORD, deviceName: 'portable', deviceId: device.info?.device.id };
    const answers: Answer[] = [];
    for (let n = 0; n < 61; n += 1) answers.push(await read(await device.post('/api/session', own)));
    expect(answers.slice(0, 60).every(({ status }) => status === 200)).toBe(true);
    expect(answers[60]).toMatchObject({ status: 429, code: 'session.slowDown' });
  }, 90_000);

  it('believes no address that a client states by itself', async () => {
    const bare = await startTestServer();
    try {
      await bare.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
      const codes: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        const body = { account: 'ada.fall', password: 'une devinette', deviceName: 'x' };
        codes.push((await read(await post('/api/session', body, `198.51.100.${String(n)}`, bare.url))).code);
      }
      expect(codes[5]).toBe('session.locked');
    } finally {
      await bare.close();
    }
  });
});

describe('guessing a password of today’s cost', () => {
  beforeAll(async () => {
    await server.close();
    server = await startTestServer({ ...BEHIND_PROXY, limits: {} });
  });

  it('with the right password on own devices, many at once, is waited for by that account alone', async () => {
    const [many, other] = [await join('Mal Lory'), await join('Vic Tim')];
    const signIn = ({ account, device }: typeof many): Promise<Response> =>
      device.post('/api/session', { account, password: PASSWORD, deviceName: 'x', deviceId: device.info?.device.id });
    const ofMany = Array.from({ length: 9 }, () => signIn(many));
    expect((await signIn(other)).status).toBe(200);
    const statuses = (await Promise.all(ofMany)).map(({ status }) => status);
    // One is compared, four wait, and the device may try ten times: how many are left depends on the machine.
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  it('answers 120 guesses at once with 401 and 429 alone, and the known device in the midst of them', async () => {
    const { account, device } = await join('Flo Gan');
    const guesses = Array.from({ length: 120 }, (_, n) =>
      guess(account, `192.0.2.${String(n)}`, `devinette ${String(n)}`),
    );
    const own = { account, password: PASSWORD, deviceName: 'portable', deviceId: device.info?.device.id };
    const back = device.post('/api/session', own);
    const answers = await Promise.all(guesses);
    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([401, 429]);
    for (const answer of answers) expect(answer.status === 401 || answer.retryAfter > 0).toBe(true);
    expect((await back).status).toBe(200);
  });
});

describe('guessing a code', () => {
  it('slows an address down by seconds and lets the right code in after that', async () => {
    const { code } = await server.enrol({ name: 'Gil Hart', newActivity: 'Menuiserie Hart' });
    const redeem = (typed: string): Promise<Response> =>
      post('/api/enrolments/redeem', { code: typed, password: PASSWORD, deviceName: 'x' }, '203.0.113.9');
    const answers: Answer[] = [];
    // The first pause is a second: a slow machine may get through it, the next ones are longer.
    while (answers.at(-1)?.status !== 429 && answers.length < 14) {
      answers.push(await read(await redeem(`AAAA-AAAA-00${String(10 + answers.length)}`)));
    }
    expect(answers.slice(0, 10).map(({ status }) => status)).toEqual(Array(10).fill(404));
    expect(answers.at(-1)).toMatchObject({ status: 429, code: 'session.slowDown' });
    expect(answers.at(-1)?.retryAfter).toBeLessThanOrEqual(15);
    await expect.poll(async () => (await redeem(code)).status, { interval: 500 }).toBe(200);
  });
});
