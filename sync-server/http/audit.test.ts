import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry, AuditPage } from '../../shared/access/audit-entry.ts';
import { isAuditPage } from '../../shared/access/audit-entry.ts';
import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { SettingsSubject } from '../../shared/records/settings-subjects.ts';
import { subjectId } from '../../shared/records/settings-subjects.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import { makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import { toRecordValue } from '../couch/stored-record.ts';
import { TestDevice } from '../testing/test-device.ts';
import { writeAs } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
const IBAN = 'FR7630006000011234567890189';

let server: TestServer;
let nadia: TestDevice;
let ada: TestDevice;
const secrets: string[] = [PASSWORD, IBAN];

beforeAll(async () => {
  server = await startTestServer();
  nadia = await join({ name: 'Nadia Roy', isSupport: true });
  ada = await join({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
});
afterAll(() => server.close());

async function join(request: object): Promise<TestDevice> {
  const { code } = await server.enrol(request);
  const device = new TestDevice(server.url);
  await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'portable' });
  secrets.push(code, code.replaceAll('-', ''), ...device.cookies.values());
  return device;
}

async function page(query = ''): Promise<AuditPage> {
  const answer: unknown = await (await nadia.fetch(`/api/audit${query}`)).json();
  if (!isAuditPage(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

const kindsOf = (entries: readonly AuditEntry[]): string[] => entries.map(({ kind }) => kind);

describe('who did what on the server', () => {
  it('is read by the support team alone', async () => {
    expect((await ada.fetch('/api/audit')).status).toBe(403);
    expect((await fetch(`${server.url}/api/audit`)).status).toBe(401);
    // Nor by way of the database it stands in.
    for (const device of [ada, nadia]) {
      expect((await device.fetch('/couch/sillon-accounts/_all_docs')).status).toBe(403);
    }
    expect((await nadia.fetch('/api/audit?kind=dance')).status).toBe(400);
    expect((await nadia.fetch('/api/audit?before=..%2F')).status).toBe(400);
  });

  it('tells of people: enrolled, joined, on a new device, with a new password, ended, revoked', async () => {
    await ada.post('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName: 'fixe' });
    const other = (await page('?account=ada.fall&kind=newDevice')).entries;
    expect(other).toMatchObject([{ actor: 'ada.fall', account: 'ada.fall', details: { device: 'PD2', name: 'fixe' } }]);
    const { code } = await server.enrol({ account: 'ada.fall' });
    const fresh = new TestDevice(server.url);
    await fresh.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'neuf' });
    const tablet = new TestDevice(server.url);
    await tablet.open('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName: 'tablette' });
    // Twice, and one that is out already: one line.
    for (const { info } of [tablet, tablet, ada]) {
      await fresh.fetch(`/api/session/devices/${info?.device.id ?? ''}`, { method: 'DELETE' });
    }
    await server.control('revoke', { account: 'ada.fall', device: 'PD2' });
    await server.control('revoke', { account: 'ada.fall' });
    const { entries } = await page('?account=ada.fall');
    expect(kindsOf(entries)).toEqual([
      ...['revoke', 'revoke', 'endDevice', 'newDevice', 'newPassword', 'newCode', 'newDevice', 'join', 'enrol'],
    ]);
    // The one of the first device and of the second.
    expect(entries[4]).toMatchObject({ kind: 'newPassword', details: { device: 'PD3', sessions: 2 } });
    expect(entries[0]).toMatchObject({ actor: expect.stringMatching(/^command:/) as string });
    expect(entries[2]).toMatchObject({ actor: 'ada.fall', details: { device: 'PD4' } });
    expect(kindsOf((await page('?kind=revoke')).entries)).toEqual(['revoke', 'revoke']);
  });

  it('tells of the server: version, provisioning, keys', async () => {
    await server.control('provision');
    await server.control('rotate-keys');
    const { entries } = await page();
    expect(kindsOf(entries).slice(0, 2)).toEqual(['rotateKeys', 'provision']);
    expect(entries.at(-1)).toMatchObject({ kind: 'version', actor: 'server' });
  });

  it('tells who changed settings and closed months, by names of what changed, once each', async () => {
    const context = { ...writeAs('nadia.roy'), clock: () => new Date().toISOString() };
    const all = createSettings(context, '2026-01-01', makeCooperative({ closedThrough: '2025-12' }));
    expect(await nadia.push(all, COMMONS_DATABASE)).toEqual(
      all.map(() => expect.objectContaining({ ok: true }) as object),
    );
    await expect.poll(async () => (await page('?kind=settings')).entries.length).toBe(all.length - 1);
    const write = async (subject: SettingsSubject, change: object, status = 'active'): Promise<void> => {
      const first = all.find(({ type }) => type === subject);
      if (first === undefined) throw new Error('it has a record');
      const stored = await nadia.read(first.id, COMMONS_DATABASE);
      const before = { ...first, rev: String(stored?.['_rev']), status: String(stored?.['status']) };
      const body = { ...(stored?.['body'] as object), ...change };
      const after = reviseRecord(context, before, { status, body: body });
      expect(await nadia.push([after], COMMONS_DATABASE)).toMatchObject([{ ok: true }]);
    };
    await write('cooperativeIdentity', { iban: IBAN, paymentTermsDays: 12 });
    await expect.poll(async () => (await page('?kind=settings')).entries.length).toBe(all.length);
    await write('closing', { closedThrough: '2026-02' });
    await expect.poll(async () => (await page('?kind=closing')).entries.length).toBe(2);
    const [changed] = (await page('?kind=settings')).entries;
    expect(changed).toMatchObject({
      actor: 'nadia.roy',
      details: { type: 'cooperativeIdentity', changed: 'iban paymentTermsDays' },
    });
    const [closing] = (await page('?kind=closing')).entries;
    expect(closing).toMatchObject({ actor: 'nadia.roy', details: { month: '2026-02', changed: 'closedThrough' } });
    // Taking the record back opens the months as well as taking the month out of it.
    await write('closing', {}, 'voided');
    await expect.poll(async () => (await page('?kind=closing')).entries.length).toBe(3);
    const [opened] = (await page('?kind=closing')).entries;
    expect(opened).toMatchObject({ details: { reopened: 'all', changed: 'closedThrough' } });
  });

  it('tells of a change of settings when the server saw it, whatever clock it came under; none comes under no edit of its own', async () => {
    const id = subjectId('cooperativeIdentity');
    const stored = await nadia.read(id, COMMONS_DATABASE);
    if (stored === undefined) throw new Error('it was written before');
    const settings = async (): Promise<readonly AuditEntry[]> => (await page('?kind=settings')).entries;
    const known = (await settings()).length;
    const record = toRecordValue(stored) as unknown as AnyRecord;
    const same: AnyRecord = { ...record, body: { ...record.body, paymentTermsDays: 60 } };
    expect(await nadia.push([same], COMMONS_DATABASE)).toMatchObject([
      { error: 'forbidden', reason: expect.stringMatching(/^record.invalid/) as string },
    ]);
    const ahead = { ...writeAs('nadia.roy'), clock: () => '2099-12-31T23:59:59.999Z' };
    const later = reviseRecord(ahead, record, { body: same.body });
    expect(await nadia.push([later], COMMONS_DATABASE)).toMatchObject([{ ok: true }]);
    await expect.poll(async () => (await settings()).length).toBe(known + 1);
    const [told] = await settings();
    expect(told).toMatchObject({ details: { changed: 'paymentTermsDays', written: '2099-12-31T23:59:59.999Z' } });
    expect(Math.abs(Date.parse(told?.at ?? '') - Date.now())).toBeLessThan(60_000);
    // What happens next stands above it.
    await server.control('provision');
    expect((await page()).entries[0]?.kind).toBe('provision');
  });

  it('comes in pages that leave nothing out', async () => {
    for (let n = 0; n < 60; n += 1) await server.control('revoke', { account: 'ada.fall' });
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const part: AuditPage = await page(next === '' ? '?account=ada.fall' : `?account=ada.fall&before=${next}`);
      expect(part.entries.length).toBeLessThanOrEqual(50);
      seen.push(...part.entries.map(({ id }) => id));
      next = part.next;
    }
    expect(seen).toHaveLength(69);
    expect(new Set(seen).size).toBe(69);
    expect([...seen].sort().reverse()).toEqual(seen);
  });

  it('holds no secret, in none of its lines', async () => {
    const all: AuditEntry[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const part: AuditPage = await page(next === '' ? '' : `?before=${next}`);
      all.push(...part.entries);
      next = part.next;
    }
    const text = JSON.stringify(all);
    expect(text).toContain('nadia.roy');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
