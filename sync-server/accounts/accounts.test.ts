import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provisionServer } from '../rules/provision.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import type { Person } from './account-store.ts';
import { openAccountStore } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { openAccounts } from './accounts.ts';
import type { Device } from './devices.ts';
import { newEnrolmentCode, normaliseCode } from './enrolment-code.ts';
import { suggestAccount, suggestCodes } from './people.ts';
import { hashSecret } from './secret.ts';
import { MOST_SESSIONS, openSessions } from './sessions.ts';

const PERSON: Person = { account: 'ada.fall', displayName: 'Ada Fall', role: 'member', activityId: 'A1' };

describe('names and codes', () => {
  it('gives codes of twelve letters that nobody confuses', () => {
    const codes = new Set(Array.from({ length: 500 }, newEnrolmentCode));
    expect(codes.size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it.each([
    ['ab1c-de2f-gh3j', 'AB1C-DE2F-GH3J'],
    [' AB1CDE2FGH3J ', 'AB1C-DE2F-GH3J'],
    ['ABIC-DEOF-GHLJ', 'AB1C-DE0F-GH1J'],
    ['AB1C-DE2F', undefined],
    ['AB1C-DE2F-GH3U', undefined],
  ])('reads %s as %s', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  it.each([
    ['Léa Morvan', 'lea.morvan'],
    ['  Minh Anh  Nguyễn ', 'minh.anh.nguyen'],
    ['Inês d’Ávila', 'ines.d.avila'],
    ['…', ''],
  ])('makes the account of %s', (name, account) => {
    expect(suggestAccount(name)).toBe(account);
  });

  it('tries initials first and never runs dry', () => {
    const codes = [...suggestCodes('Atelier Bois')];
    expect(codes[0]).toBe('AB');
    expect(codes.every((code) => /^[A-Z]{2,4}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(18_000);
  });
});

describe('accounts in the database', () => {
  let server: TestCouch;
  let now = '2026-03-01T08:00:00.000Z';
  let accounts: Accounts;
  beforeAll(async () => {
    server = await startTestCouch();
    await provisionServer(server.couch);
    accounts = openAccounts(server.couch, () => now);
    await accounts.people.addActivity({ activityId: 'A1', name: 'Pain de Lune', code: 'PL' });
    await accounts.people.addPerson(PERSON);
  });
  afterAll(() => server.close());

  it('never gives one code to two activities, nor the support team’s to any', async () => {
    const add = (activityId: string, code: string) => accounts.people.addActivity({ activityId, name: 'x', code });
    expect(await add('A2', 'PL')).toBe(false);
    expect(await add('A3', 'EQ')).toBe(false);
    expect(await add('A2', 'PX')).toBe(true);
  });

  it('gives sixty devices at once sixty prefixes', async () => {
    const devices = await Promise.all(
      Array.from({ length: 60 }, (_, n) => accounts.devices.findOrAdd(PERSON, `n${String(n)}`)),
    );
    const prefixes = devices.map(({ prefix }) => prefix).sort();
    expect(prefixes).toEqual(Array.from({ length: 60 }, (_, n) => `PL${String(n + 1)}`).sort());
  });

  it('knows a device again, but only for its own person', async () => {
    const device = await accounts.devices.findOrAdd(PERSON, 'portable');
    expect((await accounts.devices.findOrAdd(PERSON, 'portable', device.id)).prefix).toBe(device.prefix);
    const other: Person = { ...PERSON, account: 'bo.lind' };
    expect((await accounts.devices.findOrAdd(other, 'portable', device.id)).id).not.toBe(device.id);
  });

  it('takes a code once, and not after two weeks', async () => {
    const { code } = await accounts.enrolments.issue('ada.fall');
    expect(await accounts.enrolments.redeem(code.toLowerCase())).toMatchObject({
      ok: true,
      value: { account: 'ada.fall', isRepeated: false },
    });
    expect(await accounts.enrolments.redeem(code)).toMatchObject({ error: { code: 'enrolment.usedCode' } });
    const late = await accounts.enrolments.issue('ada.fall');
    now = '2026-03-15T08:00:00.000Z';
    expect(await accounts.enrolments.redeem(late.code)).toMatchObject({ error: { code: 'enrolment.expiredCode' } });
    expect(await accounts.enrolments.redeem('AAAA-BBBB-CCCC')).toMatchObject({
      error: { code: 'enrolment.unknownCode' },
    });
  });

  it('takes a code again from the attempt that used it, until that device has finished', async () => {
    const { code } = await accounts.enrolments.issue('ada.fall');
    const first = await accounts.enrolments.redeem(code, 'made up by one device');
    expect(first).toMatchObject({ ok: true, value: { isRepeated: false } });
    const { deviceId } = (first as { value: { deviceId: string } }).value;
    const again = await accounts.enrolments.redeem(code, 'made up by one device');
    expect(again).toEqual({ ok: true, value: { account: 'ada.fall', deviceId, isRepeated: true } });
    const used = { error: { code: 'enrolment.usedCode' } };
    expect(await accounts.enrolments.redeem(code, 'made up by another one')).toMatchObject(used);
    expect(await accounts.enrolments.redeem(code)).toMatchObject(used);
    const hasFinished = () => Promise.resolve(true);
    expect(await accounts.enrolments.redeem(code, 'made up by one device', hasFinished)).toMatchObject(used);
    now = new Date(Date.parse(now) + 15 * 86_400_000).toISOString();
    const late = await accounts.enrolments.redeem(code, 'made up by one device');
    expect(late).toMatchObject({ error: { code: 'enrolment.expiredCode' } });
  });

  it('lets only one of two who type the same code at once', async () => {
    const { code } = await accounts.enrolments.issue('ada.fall');
    const outcomes = await Promise.all([1, 2, 3].map(() => accounts.enrolments.redeem(code)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('keeps no secret in the database', async () => {
    const { code } = await accounts.enrolments.issue('ada.fall');
    const token = await accounts.sessions.start('ada.fall', 'D1');
    const stored = JSON.stringify(await server.couch.database('sillon-accounts').list(''));
    for (const secret of [code, token]) expect(stored).not.toContain(secret);
  });

  it('keeps a session 90 days after it was last seen', async () => {
    const at = (day: number): string => new Date(Date.UTC(2026, 3, 1 + day)).toISOString();
    now = at(0);
    const token = await accounts.sessions.start('ada.fall', 'D1');
    now = at(80);
    expect(await accounts.sessions.find(token)).toMatchObject({ account: 'ada.fall' });
    now = at(160);
    expect(await accounts.sessions.find(token)).toMatchObject({ account: 'ada.fall' });
    now = at(251);
    expect(await accounts.sessions.find(token)).toBeUndefined();
    expect(await accounts.sessions.find('made up')).toBeUndefined();
  });

  it('lets a new sign-in on a device take the place of the one before once it is used, not before', async () => {
    const { sessions } = accounts;
    const at = (second: number): string => new Date(Date.UTC(2027, 0, 1, 8, 0, second)).toISOString();
    const start = (second: number, device: string, account = 'nia.sol'): Promise<string> => {
      now = at(second);
      return sessions.start(account, device);
    };
    const living = async (...tokens: readonly string[]): Promise<string[]> => {
      const all = (await Promise.all(['nia.sol', 'ada.fall'].map(sessions.list))).flat();
      return tokens.map((token) => (all.some(({ tokenHash }) => tokenHash === hashSecret(token)) ? 'lives' : 'ended'));
    };
    const before = await start(0, 'D1');
    const theirs = await start(1, 'D1', 'ada.fall');
    const elsewhere = await start(2, 'D2');
    for (const token of [before, theirs, elsewhere]) expect(await sessions.find(token)).toBeDefined();
    const lost = await start(3, 'D1');
    expect(await sessions.find(before)).toBeDefined();
    // The answer with the newer token never came.
    expect(await living(before, lost, elsewhere, theirs)).toEqual(['lives', 'lives', 'lives', 'lives']);
    const [first, second] = [await start(4, 'D1'), await start(5, 'D1')];
    await Promise.all([sessions.find(second), sessions.find(first), sessions.find(second)]);
    const ends = await living(before, lost, first, second, elsewhere, theirs);
    expect([...ends.slice(0, 2), ends.slice(2, 4).toSorted(), ...ends.slice(4)]).toEqual([
      'ended',
      'ended',
      ['ended', 'lives'],
      'lives',
      'lives',
    ]);
    expect(await sessions.wasEnded(before)).toBe(true);
  });

  it('keeps the twenty sessions of an account that were used last, and as many that nobody used', async () => {
    const told: number[] = [];
    const sessions = openSessions(
      accounts.store,
      () => now,
      (_account, count) => {
        told.push(count);
        return Promise.resolve();
      },
    );
    const startUsed = async (device: string): Promise<string> => {
      const token = await sessions.start('max.dorn', device);
      await sessions.find(token);
      return token;
    };
    const tokens: string[] = [];
    for (let n = 0; n < MOST_SESSIONS; n += 1) {
      now = new Date(Date.UTC(2027, 1, 1, 8, n)).toISOString();
      tokens.push(await startUsed(`D${String(n)}`));
    }
    // The first was used again two days later.
    now = new Date(Date.UTC(2027, 1, 3)).toISOString();
    const [first = '', ...others] = tokens;
    await sessions.find(first);
    now = new Date(Date.UTC(2027, 1, 3, 9)).toISOString();
    const last = await startUsed('new');
    expect(told).toEqual([1]);
    const found = await Promise.all([first, ...others, last].map((token) => sessions.find(token)));
    expect(found.flatMap((session) => session?.deviceId ?? [])).toEqual([
      'D0',
      ...Array.from({ length: MOST_SESSIONS - 2 }, (_, n) => `D${String(n + 2)}`),
      'new',
    ]);
    for (let n = 0; n < MOST_SESSIONS + 2; n += 1) await sessions.start('max.dorn', `never ${String(n)}`);
    expect(await sessions.list('max.dorn')).toHaveLength(2 * MOST_SESSIONS);
    expect(told).toEqual([1]);
    now = new Date(Date.UTC(2027, 11, 1)).toISOString();
    await startUsed('later');
    expect(await accounts.store.listOwned('session', 'max.dorn'), 'what ran out is gone').toHaveLength(1);
    expect(await sessions.wasEnded(last), 'and was not ended by anybody').toBe(false);
  });

  it('reads of devices and sessions an account’s own alone', async () => {
    const database = server.couch.database('sillon-accounts');
    const store = openAccountStore({ ...database, list: () => Promise.reject(new Error('everybody’s')) });
    const own = await store.listOwned<Device>('device', 'ada.fall');
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ value }) => value.account))).toEqual(new Set(['ada.fall']));
    const sessions = openSessions(store, () => now);
    await sessions.start('zoe.lam', 'D1');
    expect((await sessions.list('zoe.lam')).map(({ account }) => account)).toEqual(['zoe.lam']);
    expect(await sessions.endAll('zoe.lam')).toBe(1);
  });

  it('ends a session at once and says so', async () => {
    const token = await accounts.sessions.start('ada.fall', 'D1');
    const session = await accounts.sessions.find(token);
    const ended: string[] = [];
    accounts.sessions.onEnd((tokenHash) => ended.push(tokenHash));
    await accounts.sessions.end(token);
    expect(await accounts.sessions.find(token)).toBeUndefined();
    expect(ended).toEqual([session?.tokenHash]);
  });
});
