import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { TestDevice } from '../testing/test-device.ts';
import { makeInvoice, writeAs } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

const PASSWORD = 'champ de lin bleu';
let server: TestServer;
let member: TestDevice;
let coordinator: TestDevice;

async function enrol(request: object): Promise<TestDevice> {
  const { code } = await server.enrol(request);
  const device = new TestDevice(server.url);
  await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'portable' });
  return device;
}

function entry(date: string, amountCents: number, vatCents: number): RecordOf<'ledgerEntry'> {
  const { account, activityId } = member.info ?? { account: '', activityId: '' };
  return createRecord(writeAs(account), {
    type: 'ledgerEntry',
    activityId: activityId ?? '',
    date,
    status: 'active',
    body: { label: 'Vente', category: 'sale', amountCents, currency: 'EUR', vatRatePpm: 200_000, vatCents },
  });
}

async function ask(device: TestDevice, path: string): Promise<unknown> {
  return (await device.fetch(`/api/totals${path}`)).json();
}

beforeAll(async () => {
  server = await startTestServer();
  member = await enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
  coordinator = await enrol({ name: 'Nadia Roy', isSupport: true });
});
afterAll(async () => {
  await server.close();
});

describe('totals of the network', () => {
  it('count what the books hold, by activity, type and month, and follow every change', async () => {
    const activityId = member.info?.activityId ?? '';
    const sold = entry('2026-03-05', 1_200, 200);
    const rows = await member.push([
      sold,
      entry('2026-04-01', 600, 100),
      entry('2025-12-31', 240, 40),
      makeInvoice(member.info?.account ?? '', activityId, 'draft'),
    ]);
    expect(rows.filter(({ error }) => error !== undefined)).toEqual([]);
    const ofYear = [{ activityId, type: 'ledgerEntry', count: 2, sumMinor: 1_500 }];
    await expect.poll(() => ask(coordinator, '/2026')).toEqual(ofYear);
    expect(await ask(coordinator, '')).toEqual([
      { year: '2026', count: 2 },
      { year: '2025', count: 1 },
    ]);
    expect(await ask(coordinator, `/2026/${activityId}`)).toEqual([
      { activityId, type: 'ledgerEntry', month: '03', count: 1, sumMinor: 1_000 },
      { activityId, type: 'ledgerEntry', month: '04', count: 1, sumMinor: 500 },
    ]);
  });

  it('are for the support team alone', async () => {
    expect((await member.fetch('/api/totals/2026')).status).toBe(403);
    expect((await new TestDevice(server.url).fetch('/api/totals')).status).toBe(401);
  });

  it('come with the books that are late, for the support team alone', async () => {
    expect((await member.fetch('/api/behind')).status).toBe(403);
    expect((await new TestDevice(server.url).fetch('/api/behind')).status).toBe(401);
    expect(await (await coordinator.fetch('/api/behind')).json()).toEqual([]);
  });
});
