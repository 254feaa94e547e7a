import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMONS_DATABASE, COOPERATIVE } from '../../shared/access/database-names.ts';
import { unwrap } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { subjectId } from '../../shared/records/settings-subjects.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import { makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import { TestDevice } from '../../sync-server/testing/test-device.ts';
import { makePayment, writeAs } from '../../sync-server/testing/test-records.ts';
import type { TestServer } from '../../sync-server/testing/test-server.ts';
import { startTestServer } from '../../sync-server/testing/test-server.ts';
import { sendAgain } from '../data/commands/device/send-again.ts';
import { bringBack, canSetAside, setAside, watchSetAside } from '../data/commands/device/set-aside.ts';
import { writeRecords } from '../data/storage-access.ts';
import { until } from '../data/testing/fresh-store.ts';
import { askForServerVersion, canTakeServerVersion } from './take-server-version.ts';
import { openMember } from './testing/open-member.test-support.ts';
import type { SyncDevice } from './testing/sync-device.ts';

const closed = { code: 'period.closed', message: '' } as const;

let server: TestServer;
let coordinator: TestDevice;
let closing: AnyRecord;
let device: SyncDevice;
let client: TestDevice;

beforeAll(async () => {
  server = await startTestServer();
  const { code } = await server.enrol({ name: 'Nadia Roy', isSupport: true });
  coordinator = new TestDevice(server.url);
  await coordinator.open('/api/enrolments/redeem', { code, password: 'champ de lin bleu', deviceName: 'bureau' });
  const context = writeAs('nadia.roy');
  await coordinator.push(createSettings(context, '2025-01-01', makeCooperative()), COMMONS_DATABASE);
  const fields = { id: subjectId('closing'), activityId: COOPERATIVE, date: '2025-01-01', status: 'active' };
  closing = createRecord(context, { type: 'closing', ...fields, body: {} });
  await pushClosing();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ device, client } = await openMember(server));
  device.start();
});
afterEach(() => device.close());

async function pushClosing(): Promise<void> {
  const [row] = await coordinator.push([closing], COMMONS_DATABASE);
  expect(row?.error, row?.reason).toBeUndefined();
  closing = { ...closing, rev: (row as { readonly rev?: string }).rev ?? '' };
}

/** The coordinator closes months, or opens all again; waits until the rules of the member's book say so. */
async function closeThrough(month: string | undefined): Promise<void> {
  // A month is closed once it has passed.
  const context = { ...writeAs('nadia.roy'), clock: () => new Date().toISOString() };
  closing = reviseRecord(context, closing, { body: month === undefined ? {} : { closedThrough: month } });
  await pushClosing();
  const probe = (): AnyRecord => ({
    ...makePayment(client.info?.account ?? '', client.info?.activityId ?? '', 1),
    date: '2026-01-01',
  });
  await expect
    .poll(async () => (await client.push([probe()]))[0]?.error)
    .toBe(month === undefined ? undefined : 'forbidden');
}

/** Writes without a line what the coordinator's closing then refuses. */
async function writeOffline(write: () => Promise<AnyRecord>): Promise<AnyRecord> {
  device.fault = (path) => (path.includes('_bulk_docs') ? Promise.reject(new TypeError('offline')) : undefined);
  const record = await write();
  await closeThrough('2026-03');
  device.fault = () => undefined;
  device.replication.syncNow();
  await until(() => device.refusals.some(({ record: { id } }) => id === record.id));
  const refusal = device.refusals.find(({ record: { id } }) => id === record.id);
  expect(refusal?.reason).toMatch(/^period\.closed: .*2026-03/);
  return record;
}

/** Another change of an entry, as the person makes it at the same moment. */
async function changeOnceMore(before: RecordOf<'ledgerEntry'>): Promise<void> {
  const { collections, context } = device.store.parts;
  const after = reviseRecord(context, before, { body: { ...before.body, label: 'Marché de nuit' } });
  if (collections.book !== undefined) unwrap(await writeRecords(collections.book, [{ before, after }]));
}

describe('a month the coordinator closed while a member was offline', () => {
  it('refuses the member’s entry, which goes out once it is dated in an open month', async () => {
    const entry = await writeOffline(() => device.write('Marché'));
    const held = device.entry(entry.id);
    if (held === undefined) throw new Error('lost');
    const moved = reviseRecord(device.store.parts.context, held, { date: '2026-04-01' });
    unwrap(await device.store.write('entryChanged', [{ before: held, after: moved }]));
    await device.settle();
    expect(await client.read(entry.id)).toMatchObject({ date: '2026-04-01', edits: moved.edits });
    await closeThrough(undefined);
  });

  it('refuses the member’s payment, which is set aside, and comes back once the month is open again', async () => {
    const { context, account } = device.store.parts;
    const payment = await writeOffline(async () => {
      const made = { ...makePayment(account.account, account.activityId ?? '', 12_000), createdBy: context.author };
      unwrap(await device.store.write('paymentRecorded', [{ before: undefined, after: made }]));
      return made;
    });
    expect(canSetAside(payment, { code: 'period.closed', message: '' })).toBe(true);
    unwrap(await setAside(device.store, payment.id));
    await until(() => device.store.book.get(payment.id) === undefined && device.store.book.pendingCount === 0);
    const kept: AnyRecord[] = [];
    const stop = watchSetAside(device.store.parts.facts, (found) => kept.push(...found.map(({ record }) => record)));
    await until(() => kept.length === 1);
    stop();
    expect(kept[0]).toMatchObject({ id: payment.id, body: payment.body });
    expect(await client.read(payment.id)).toBeUndefined();
    await closeThrough(undefined);
    unwrap(await bringBack(device.store, { id: `setAside:${payment.id}:${payment.edits[0] ?? ''}` }));
    await until(() => device.store.book.get(payment.id) !== undefined);
    await device.settle();
    expect(await client.read(payment.id)).toMatchObject({ body: payment.body });
    expect(await device.store.parts.facts.list('setAside')).toEqual([]);
  });

  it('refuses the member’s change of what the server has, which gives way to the server’s version and is kept', async () => {
    const entry = await device.write('Marché');
    await device.settle();
    const changed = await writeOffline(() => device.write('Marché du soir', device.entry(entry.id)));
    const [refusal] = device.refusals.filter(({ record: { id } }) => id === entry.id);
    if (refusal === undefined) throw new Error('not refused');
    expect([canTakeServerVersion(refusal.record), canSetAside(refusal.record, closed)]).toEqual([true, false]);
    // Asked without a line: nothing happens until there is one.
    device.fault = () => Promise.reject(new TypeError('offline'));
    unwrap(await askForServerVersion(device.store, refusal.record));
    device.replication.syncNow();
    await until(() => device.errors.includes('network.offline'));
    expect(device.entry(entry.id)?.body.label).toBe('Marché du soir');
    device.fault = () => undefined;
    device.replication.syncNow();
    await until(() => device.entry(entry.id)?.body.label === 'Marché');
    await device.settle();
    expect(device.entry(entry.id)).toMatchObject({ edits: entry.edits, isPending: false });
    expect(await client.read(entry.id)).toMatchObject({ edits: entry.edits });
    const { facts } = device.store.parts;
    await expect.poll(async () => [await facts.list('refused'), await facts.list('takeServer')]).toEqual([[], []]);
    const [kept] = await facts.list('setAside');
    expect(kept?.body['record']).toMatchObject({ id: entry.id, edits: changed.edits, body: changed.body });
    // It survives a start, and what another device writes later still comes in.
    device = await device.reopen();
    device.start();
    await closeThrough(undefined);
    const now = device.entry(entry.id);
    if (now === undefined) throw new Error('lost');
    const later = reviseRecord(writeAs(client.info?.account ?? ''), now, { body: { ...now.body, label: 'Foire' } });
    expect((await client.push([later]))[0]?.error).toBeUndefined();
    await until(() => device.entry(entry.id)?.body.label === 'Foire');
    // Once the month is open again, what was set aside may be put over it.
    unwrap(await bringBack(device.store, { id: kept?.id ?? '' }));
    await device.settle();
    expect(await client.read(entry.id)).toMatchObject({ body: { label: 'Marché du soir' } });
    expect(await device.store.parts.facts.list('setAside')).toEqual([]);
  });

  it('leaves alone what was written after the server’s version was asked for', async () => {
    const entry = await device.write('Marché');
    await device.settle();
    await writeOffline(() => device.write('Marché du soir', device.entry(entry.id)));
    const current = device.entry(entry.id);
    if (current === undefined) throw new Error('lost');
    unwrap(await askForServerVersion(device.store, current));
    await changeOnceMore(current);
    device.replication.syncNow();
    const { facts } = device.store.parts;
    await expect.poll(() => facts.list('takeServer')).toEqual([]);
    expect(device.entry(entry.id)?.body.label).toBe('Marché de nuit');
    await closeThrough(undefined);
  });

  it('is asked once more whatever this device believes to be closed', async () => {
    const entry = await writeOffline(() => device.write('Marché'));
    await closeThrough(undefined);
    const { collections } = device.store.parts;
    // The settings that open the month again are still to come.
    const stale = { ...closing, body: { closedThrough: '2026-03' } };
    if (collections.commons !== undefined) {
      unwrap(await writeRecords(collections.commons, [{ before: undefined, after: stale }], 'asGiven'));
    }
    await until(() => device.store.image('commons').get(closing.id) !== undefined);
    unwrap(await sendAgain(device.store, entry.id));
    await device.settle();
    expect(await client.read(entry.id)).toMatchObject({ body: entry.body });
  });

  it('offers to set nothing aside that a customer may hold or the server has', () => {
    const payment = makePayment('ada.fall', 'A1', 1);
    expect(canSetAside({ ...payment, type: 'invoice', status: 'issued' }, closed)).toBe(false);
    expect(canSetAside({ ...payment, rev: '1-a' }, closed)).toBe(false);
    expect(canSetAside(payment, { ...closed, code: 'record.invalid' })).toBe(false);
  });
});
