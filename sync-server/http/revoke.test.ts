import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBell } from '../testing/open-bell.ts';
import { TestDevice } from '../testing/test-device.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { code } = await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  await new TestDevice(server.url).open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'first' });
});
afterAll(() => server.close());

async function signIn(deviceName: string, account = 'ada.fall'): Promise<TestDevice> {
  const device = new TestDevice(server.url);
  await device.open('/api/session', { account, password: PASSWORD, deviceName });
  return device;
}

const statusOf = async (device: TestDevice): Promise<number> =>
  (await device.fetch(`/couch/${device.book}/_changes?limit=1`)).status;

describe('revoking', () => {
  it('cuts the open feed of one device at once and leaves the other one alone', async () => {
    const [lost, kept] = [await signIn('lost'), await signIn('kept')];
    const [lostBell, keptBell] = [await openBell(lost), await openBell(kept)];
    const answer = await server.control('revoke', { account: 'ada.fall', device: lost.info?.device.prefix });
    expect(answer).toEqual({ sessions: 1 });
    expect(await lostBell.end).toBe('cut');
    expect(await statusOf(lost)).toBe(401);
    expect(await statusOf(kept)).toBe(200);
    expect(await Promise.race([keptBell.end, sleep(300, 'still listening')])).not.toBe('cut');
    // Its cookie is worth nothing any more; the password still is.
    expect((await lost.fetch('/api/session')).status).toBe(401);
    await signIn('found again');
  });

  it('of an account ends everything: sessions, password, codes', async () => {
    const devices = [await signIn('one'), await signIn('two')];
    const { code } = await server.enrol({ account: 'ada.fall' });
    const bells = await Promise.all(devices.map(openBell));
    const answer = await server.control('revoke', { account: 'ada.fall' });
    expect(answer).toMatchObject({ codes: 1, hadPassword: true });
    expect(await Promise.all(bells.map(({ end }) => end))).toEqual(['cut', 'cut']);
    for (const device of devices) expect(await statusOf(device)).toBe(401);
    await expect(signIn('once more')).rejects.toThrow('session.wrongPassword');
    const redeem = new TestDevice(server.url).post('/api/enrolments/redeem', {
      code,
      password: PASSWORD,
      deviceName: 'x',
    });
    expect((await redeem).status).toBe(404);
    // A new code opens the door again.
    const fresh = await server.enrol({ account: 'ada.fall' });
    const back = new TestDevice(server.url);
    await back.open('/api/enrolments/redeem', { code: fresh.code, password: PASSWORD, deviceName: 'back' });
    expect(await statusOf(back)).toBe(200);
  });

  it('cuts a request that was being let in', async () => {
    const device = await signIn('racing');
    // Requests that arrive while the sessions end: none may stay open.
    const bells = Array.from({ length: 20 }, () => openBell(device).then(({ end }) => end));
    await server.control('revoke', { account: 'ada.fall', device: device.info?.device.id });
    // By itself each would last a minute.
    const outcomes = await Promise.race([Promise.all(bells), sleep(30_000, ['open'], { ref: false })]);
    expect(outcomes).not.toContain('open');
  });

  it('of somebody or something unknown says so', async () => {
    expect(await server.control('revoke', { account: 'nobody' })).toEqual({ problem: 'There is no account nobody.' });
    expect(await server.control('revoke', { account: 'ada.fall', device: 'XX9' })).toMatchObject({
      problem: expect.stringContaining('has no device XX9') as string,
    });
  });

  it('does not touch sessions when the keys are rotated', async () => {
    const device = await signIn('steady');
    const answer = await server.control('rotate-keys');
    expect(answer['keyId']).not.toBe(answer['oldKeyId']);
    expect(await statusOf(device)).toBe(200);
  });
});
