import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provisionServer } from '../couch/provision.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import type { Person } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { openAccounts } from './accounts.ts';
import { newEnrolmentCode, normaliseCode } from './enrolment-code.ts';
import { suggestAccount, suggestCodes } from './people.ts';

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
