import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnDevice } from '../../shared/access/own-device.ts';
import { isOwnDevices } from '../../shared/access/own-device.ts';
import { openBell } from '../testing/open-bell.ts';
import { TestDevice } from '../testing/test-device.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const OTHER_PASSWORD = 'champ de blé vert';

let server: TestServer;
let ada: TestDevice;
let bo: TestDevice;

beforeAll(async () => {
  // Sign-ins that take their time can be overtaken.
  server = await startTestServer({ limits: {} });
  ada = await redeem((await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' })).code);
  bo = await redeem((await server.enrol({ name: 'Bo Lind', newActivity: 'Vannerie Lind' })).code);
});
afterAll(() => server.close());

async function redeem(code: string, password = PASSWORD): Promise<TestDevice> {
  const device = new TestDevice(server.url);
  await device.open('/api/enrolments/redeem', { code, password, deviceName: 'premier' });
  return device;
}

async function signIn(deviceName: string, password = PASSWORD): Promise<TestDevice> {
  const device = new TestDevice(server.url);
  await device.open('/api/session', { account: 'ada.fall', password, deviceName });
  return device;
}

async function list(device: TestDevice): Promise<readonly OwnDevice[]> {
  const answer: unknown = await (await device.fetch('/api/session/devices')).json();
  if (!isOwnDevices(answer)) throw new Error(JSON.stringify(answer));
  return answer.devices;
}

const statusOf = async (device: TestDevice): Promise<number> => (await device.fetch('/api/session')).status;

describe('a person’s own devices', () => {
  it('are listed with name and last use, this one first, nobody else’s', async () => {
    const laptop = await signIn('fixe');
    const devices = await list(laptop);
    expect(devices.map(({ name, isThis, isOpen }) => ({ name, isThis, isOpen }))).toEqual([
      { name: 'fixe', isThis: true, isOpen: true },
      { name: 'premier', isThis: false, isOpen: true },
    ]);
    for (const device of devices) expect(device.lastSeenAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(JSON.stringify(devices)).not.toMatch(/secret|hash|token/i);
    expect((await list(bo)).map(({ id }) => id)).toEqual([bo.info?.device.id]);
  });

  it('have one session each: a new sign-in that is used ends the former and its requests, and no other device', async () => {
    const twin = new TestDevice(server.url);
    const own = { account: 'ada.fall', password: PASSWORD, deviceName: 'premier', deviceId: ada.info?.device.id };
    const bell = await openBell(ada);
    await twin.open('/api/session', own);
    // Its answer may have been lost: what the device has goes on.
    expect(await statusOf(ada)).toBe(200);
    expect(await statusOf(twin)).toBe(200);
    expect(await bell.end).toBe('cut');
    expect(await (await ada.fetch('/api/session')).text()).toContain('"session.ended"');
    expect((await list(twin)).map(({ isOpen }) => isOpen)).toEqual([true, true]);
    ada = twin;
  });

  it('can be ended one by one: session, open requests and proof', async () => {
    const lost = await signIn('perdu');
    const bell = await openBell(lost);
    const answer = await ada.fetch(`/api/session/devices/${lost.info?.device.id ?? ''}`, { method: 'DELETE' });
    expect([answer.status, await answer.json()]).toEqual([200, { ended: 1 }]);
    expect(await bell.end).toBe('cut');
    expect([await statusOf(lost), await statusOf(ada)]).toEqual([401, 200]);
    // It is told that it was ended: it must not renew that by itself, as it renews what ran out.
    for (const path of ['/api/session', `/couch/${lost.book}/_changes`, `/api/check/${lost.book}`]) {
      expect(await (await lost.fetch(path)).text()).toContain('"session.ended"');
    }
    const stranger = new Headers({ 'x-sillon-account': 'ada.fall', cookie: 'sillon-session-ada.fall=x' });
    const unknown = await fetch(`${server.url}/api/session`, { headers: stranger });
    expect(await unknown.text()).toContain('"session.expired"');
    // Its proof is worth nothing any more: it is locked like any stranger.
    const codes: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const wrong = { account: 'ada.fall', password: `devinette ${String(n)}`, deviceName: 'x' };
      const response = await lost.post('/api/session', wrong);
      codes.push(((await response.json()) as { error: { code: string } }).error.code);
    }
    expect(codes[5]).toBe('session.locked');
    // The person's own device is not.
    const own = { account: 'ada.fall', password: PASSWORD, deviceName: 'premier', deviceId: ada.info?.device.id };
    expect((await ada.post('/api/session', own)).status).toBe(200);
  });

  it('take another name, which a later sign-in leaves alone; nobody else gives them one', async () => {
    const id = ada.info?.device.id ?? '';
    const rename = async (device: TestDevice, name: string, at = id): Promise<number> => {
      const request = {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      };
      return (await device.fetch(`/api/session/devices/${at}`, request)).status;
    };
    const nameNow = async () => (await list(ada)).find((device) => device.isThis)?.name;
    expect(await rename(ada, '👩‍🌾 été 2026')).toBe(204);
    expect(await rename(ada, '  Portable de la boutique ')).toBe(204);
    expect(await nameNow()).toBe('Portable de la boutique');
    await ada.open('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName: 'autre', deviceId: id });
    expect(await nameNow()).toBe('Portable de la boutique');
    expect([await rename(ada, ' '), await rename(ada, 'x'.repeat(81)), await rename(ada, 'x', 'nothing')]).toEqual([
      400, 400, 404,
    ]);
    const odd = ['a\0b', 'half \ud83c', 'line\nline', '\u001b[2J', 'right \u202e left', '\u200b'];
    expect(await Promise.all(odd.map((name) => rename(ada, name)))).toEqual(odd.map(() => 400));
    expect([await rename(bo, 'à moi'), await rename(new TestDevice(server.url), 'à moi')]).toEqual([404, 401]);
    expect(await nameNow()).toBe('Portable de la boutique');
  });

  it('of another person cannot be ended, nor without a session', async () => {
    const id = ada.info?.device.id ?? '';
    expect((await bo.fetch(`/api/session/devices/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await fetch(`${server.url}/api/session/devices`)).status).toBe(401);
    const nobody = await fetch(`${server.url}/api/session/devices`, { method: 'DELETE' });
    expect([nobody.status, await statusOf(ada)]).toEqual([401, 200]);
  });
});

describe('a new password by a code', () => {
  it('ends every other session and cuts its requests; the old password opens nothing', async () => {
    const own = { account: 'ada.fall', password: PASSWORD, deviceName: 'premier', deviceId: ada.info?.device.id };
    await ada.post('/api/session', own);
    const { code } = await server.enrol({ account: 'ada.fall' });
    const bell = await openBell(ada);
    const fresh = await redeem(code, OTHER_PASSWORD);
    expect(await bell.end).toBe('cut');
    expect([await statusOf(ada), await statusOf(fresh), await statusOf(bo)]).toEqual([401, 200, 200]);
    const old = await fresh.post('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName: 'x' });
    expect(old.status).toBe(401);
    ada = fresh;
  });

  it('leaves no session of a sign-in with the old one that was under way', async () => {
    const { code } = await server.enrol({ account: 'ada.fall' });
    const former = ada;
    const own = { account: 'ada.fall', password: OTHER_PASSWORD, deviceName: 'p', deviceId: former.info?.device.id };
    // Behind one another in the queue of a known device, so that the password changes between them.
    const racing = Array.from({ length: 12 }, () => former.post('/api/session', own));
    const [fresh] = await Promise.all([redeem(code, PASSWORD), ...racing]);
    const open = (await list(fresh)).filter(({ isOpen }) => isOpen);
    expect(open.map(({ id }) => id)).toEqual([fresh.info?.device.id]);
    ada = fresh;
  });

  it('all others end at once by the person’s own wish', async () => {
    const others = [await signInAfresh('un'), await signInAfresh('deux')];
    const answer = await ada.fetch('/api/session/devices', { method: 'DELETE' });
    expect(((await answer.json()) as { ended: number }).ended).toBeGreaterThanOrEqual(2);
    expect(await Promise.all([...others, ada].map(statusOf))).toEqual([401, 401, 200]);
  });
});

/** From an address of its own would be needed after so many wrong ones; the known device's proof does as well. */
async function signInAfresh(deviceName: string): Promise<TestDevice> {
  const device = new TestDevice(server.url);
  ada.cookies.forEach((value, name) => device.cookies.set(name, value));
  await device.open('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName });
  return device;
}
