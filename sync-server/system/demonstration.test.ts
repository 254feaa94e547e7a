import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { checkContent } from '../../shared/record-rules/check-content.ts';
import { sealOf } from '../../shared/records/seal.ts';
import { toRecordValue } from '../couch/stored-record.ts';
import { hash } from '../data-folder/hash.ts';
import { verdictId } from '../jobs/verdict-store.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeTestFolder } from '../testing/test-folder.ts';
import { makeStatement, sealStatement } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const folder = makeTestFolder();
let server: TestServer;

async function enter(account: string): Promise<TestDevice> {
  const device = new TestDevice(server.url);
  await device.open('/api/demo/enter', { account, deviceName: 'navigateur' });
  return device;
}

async function readBook(device: TestDevice, database: string): Promise<Record<string, unknown>[]> {
  return (await device.readAll(database)).map(({ doc }) => doc);
}

beforeAll(async () => {
  server = await startTestServer({ isDemo: true, dataDir: folder.path });
}, 60_000);
afterAll(async () => {
  await server.close();
  folder.remove();
});

const PAYS = ['salaryStatement', 'abroadPay'];

describe('the demonstration', () => {
  it('offers thirteen members and a coordinator', async () => {
    const { persons } = (await (await fetch(`${server.url}/api/demo`)).json()) as {
      persons: { account: string; role: string; activityName: string }[];
    };
    expect(persons).toHaveLength(14);
    expect(persons).toContainEqual({
      account: 'lea.morvan',
      displayName: 'Léa Morvan',
      role: 'member',
      activityName: 'Atelier Bois & Sillons',
    });
    expect(persons.filter(({ role }) => role === 'supportTeam')).toHaveLength(1);
  });

  it('gives a visitor a device prefix that is not on the old invoices', async () => {
    const lea = await enter('lea.morvan');
    expect(lea.info).toMatchObject({ cooperative: 'Les Sillons partagés', isDemo: true, device: { prefix: 'BS2' } });
    const again = await lea.open('/api/demo/enter', {
      account: 'lea.morvan',
      deviceName: 'x',
      deviceId: lea.info?.device.id,
    });
    expect(again.device.prefix).toBe('BS2');
  });

  it('shows the coordinator every record of every book, each valid, each figure verified', async () => {
    const nadia = await enter('nadia.charpentier');
    const copies = await readBook(nadia, 'network');
    expect(copies.length).toBeGreaterThan(2_500);
    for (const copy of copies) expect(checkContent(toRecordValue(copy)).ok, String(copy['_id'])).toBe(true);
    const verdicts = copies.filter(({ type }) => type === 'verdict');
    const verifiable = copies.filter(
      ({ type, status }) => PAYS.includes(String(type)) || (type === 'invoice' && status === 'issued'),
    );
    expect(verdicts.map(({ status }) => status)).toEqual(verifiable.map(() => 'verified'));
    const lea = await enter('lea.morvan');
    const own = await readBook(lea, lea.book);
    const copied = copies.filter(({ activityId, type }) => activityId === lea.info?.activityId && type !== 'syncMark');
    expect(copied).toEqual(own);
  });

  it('takes a month’s pay from the member through the coordinator’s steps', async () => {
    const lea = await enter('lea.morvan');
    const nadia = await enter('nadia.charpentier');
    const statement = makeStatement('lea.morvan', lea.info?.activityId ?? '');
    expect(await lea.push([statement])).toMatchObject([{ ok: true }]);
    // It does not follow from her book: the server says so, and leaves the decision to the coordinator.
    await expect
      .poll(async () => JSON.stringify(await nadia.read(verdictId(statement.id), 'network')))
      .toMatch(/"status":"mismatch".*"path":"book\.(input|otherPay)/);
    expect(await nadia.read(`syncMark:${lea.info?.activityId ?? ''}`, 'network')).toMatchObject({
      body: { account: 'lea.morvan' },
    });

    const stored = toRecordValue(
      (await nadia.read(statement.id, lea.book)) ?? {},
    ) as unknown as RecordOf<'salaryStatement'>;
    const at = '2026-03-27T09:00:00.000Z';
    const history = [...stored.body.history, { status: 'checked', at, by: 'nadia.charpentier' }];
    const checked = {
      ...stored,
      edits: ['CHECKED', ...stored.edits],
      status: 'checked',
      updatedBy: { user: 'nadia.charpentier', device: 'D' },
      body: { ...stored.body, history },
    };
    const self = { ...checked, updatedBy: { user: 'lea.morvan', device: 'D' } };
    expect(await lea.push([self])).toMatchObject([
      { error: 'forbidden', reason: expect.stringMatching(/^record\.forbidden/) as string },
    ]);
    expect(await nadia.push([checked], lea.book)).toMatchObject([{ ok: true }]);
    expect(sealOf(checked, hash)).toBe(statement.body.seal);
    await expect.poll(() => nadia.read(statement.id, 'network')).toMatchObject({ status: 'checked' });
  });

  it('takes no pay with a figure of one’s own', async () => {
    const lea = await enter('lea.morvan');
    const statement = makeStatement('lea.morvan', lea.info?.activityId ?? '');
    const totals = { ...statement.body.totals, netBeforeTaxCents: statement.body.totals.netBeforeTaxCents + 1 };
    const [row] = await lea.push([sealStatement({ ...statement, body: { ...statement.body, totals } })]);
    expect(row).toMatchObject({
      error: 'forbidden',
      reason: expect.stringMatching(/^record\.invalid: .*netBeforeTaxCents/) as string,
    });
  });

  it('is found again after a restart, not made twice', async () => {
    const count = async (): Promise<number> => (await readBook(await enter('nadia.charpentier'), 'network')).length;
    const before = await count();
    await server.close();
    server = await startTestServer({ dataDir: folder.path });
    expect(await count()).toBe(before);
  });
});
