import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestDevice } from '../testing/test-device.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const ATTEMPT = 'a-text-this-device-made-up-0001';

let server: TestServer;
beforeAll(async () => {
  // A redemption that takes its time can be repeated meanwhile.
  server = await startTestServer({ limits: {} });
});
afterAll(() => server.close());

/** Sends a redemption over a line that is cut once the server has read it: the answer never arrives. */
async function redeemOnACutLine(body: object): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const text = JSON.stringify(body);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.write(
      `POST /api/enrolments/redeem HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`,
      () => {
        resolve();
      },
    );
  });
  await sleep(50);
  socket.destroy();
}

interface StatusAnswer {
  readonly devices: readonly { readonly account: string; readonly prefix: string }[];
}

/** Prefixes of a person's devices, once the server has made one. */
async function awaitDevices(account: string): Promise<readonly string[]> {
  const read = async (): Promise<readonly string[]> => {
    const { devices } = (await server.control('status')) as unknown as StatusAnswer;
    return devices.filter((device) => device.account === account).map(({ prefix }) => prefix);
  };
  await expect.poll(async () => (await read()).length).toBeGreaterThan(0);
  return read();
}

describe('a code whose answer was lost', () => {
  it('can be used again by the device that used it, which stays one device, and by no other', async () => {
    const { code } = await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
    const body = { code, password: PASSWORD, deviceName: 'portable', attempt: ATTEMPT };
    await redeemOnACutLine(body);
    const [prefix] = await awaitDevices('ada.fall');

    const thief = new TestDevice(server.url);
    for (const attempt of ['a-text-that-another-one-made-up', undefined]) {
      expect((await thief.post('/api/enrolments/redeem', { ...body, attempt })).status).toBe(410);
    }
    const device = new TestDevice(server.url);
    const info = await device.open('/api/enrolments/redeem', body);
    expect(info.device.prefix).toBe(prefix);
    expect(await awaitDevices('ada.fall')).toEqual([prefix]);
    expect((await device.fetch('/api/session')).status).toBe(200);

    // Once it has exchanged, it has joined: the code is worth nothing any more, with its attempt neither.
    await device.fetch(`/couch/${device.book}/_changes?limit=1`);
    await expect
      .poll(async () => (await new TestDevice(server.url).post('/api/enrolments/redeem', body)).status)
      .toBe(410);
    expect((await device.fetch('/api/session')).status).toBe(200);
  });

  it('sent again and again keeps nobody else from joining', async () => {
    const [own, other] = [
      await server.enrol({ name: 'Noé Rey', newActivity: 'Bois Rey' }),
      await server.enrol({ name: 'Lou Sand', newActivity: 'Laine Sand' }),
    ];
    const redeem = async (code: string, attempt: string): Promise<number> => {
      const body = { code, password: PASSWORD, deviceName: 'portable', attempt };
      return (await new TestDevice(server.url).post('/api/enrolments/redeem', body)).status;
    };
    expect(await redeem(own.code, `${ATTEMPT}-n`)).toBe(200);
    const again = Array.from({ length: 80 }, () => redeem(own.code, `${ATTEMPT}-n`));
    // Most of them are told to come later, at once: by then all of them have come.
    expect(await Promise.race(again)).toBe(429);
    expect(await redeem(other.code, `${ATTEMPT}-l`)).toBe(200);
    expect(new Set(await Promise.all(again))).toEqual(new Set([200, 429]));
  });

  it('answers the same attempt twice at once with one device and a session that stays', async () => {
    const { code } = await server.enrol({ name: 'Bo Lind', newActivity: 'Vannerie Lind' });
    const body = { code, password: PASSWORD, deviceName: 'portable', attempt: `${ATTEMPT}-b` };
    await redeemOnACutLine(body);
    const device = new TestDevice(server.url);
    await device.open('/api/enrolments/redeem', body);
    await sleep(1_000);
    expect((await device.fetch('/api/session')).status).toBe(200);
    expect(await awaitDevices('bo.lind')).toHaveLength(1);
  });

  it('opens nothing once a fresh code was given, used and unfinished or never used', async () => {
    const { code } = await server.enrol({ name: 'Di Vauban', newActivity: 'Tisanes Vauban' });
    const second = (await server.control('enrol', { account: 'di.vauban' })) as { code: string; withdrawn: number };
    expect(second.withdrawn).toBe(1);
    const body = { password: PASSWORD, deviceName: 'portable', attempt: `${ATTEMPT}-d` };
    const redeem = async (each: string): Promise<number> =>
      (await new TestDevice(server.url).post('/api/enrolments/redeem', { ...body, code: each })).status;
    expect([await redeem(code), await redeem(second.code), await redeem(second.code)]).toEqual([404, 200, 200]);
    const third = (await server.control('enrol', { account: 'di.vauban' })) as { code: string; withdrawn: number };
    expect(third.withdrawn).toBe(0);
    expect([await redeem(second.code), await redeem(third.code)]).toEqual([410, 200]);
  });

  it('is refused once the account was revoked', async () => {
    const { code } = await server.enrol({ name: 'Cy Roux', newActivity: 'Menuiserie Roux' });
    const body = { code, password: PASSWORD, deviceName: 'portable', attempt: `${ATTEMPT}-c` };
    await new TestDevice(server.url).open('/api/enrolments/redeem', body);
    await server.control('revoke', { account: 'cy.roux' });
    expect((await new TestDevice(server.url).post('/api/enrolments/redeem', body)).status).toBe(404);
  });
});
