import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import { appError } from '../../shared/core/errors.ts';
import { ok, unwrap } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { WriteContext } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { makeOfNewerSchema, makeOfUnknownType } from '../../shared/testing/newer-records.ts';
import { activityRole } from '../../sync-server/rules/provision.ts';
import { openFingerprints } from '../../sync-server/fingerprints/read-fingerprints.ts';
import {
  askPay,
  cooperative,
  deviceAt,
  makeSale,
  MEMBER,
  settingsFor,
  settingsRecords,
} from '../../shared/testing/pay-books.ts';
import { useTestBooks as openTestBooks } from '../../sync-server/testing/test-books.ts';
import { saveBackup } from '../data/backup/backup.ts';
import { checkBackup } from '../data/backup/backup-read.ts';
import { restoreBackup } from '../data/backup/backup-restore.ts';
import { importSealKey } from '../data/backup/backup-seal.ts';
import { advancePay } from '../data/commands/pay/advance-pay.ts';
import { requestPay } from '../data/commands/pay/request-pay.ts';
import { canSetAside, listSetAside, setAside } from '../data/commands/device/set-aside.ts';
import { sendAgain } from '../data/commands/device/send-again.ts';
import { writeRecords } from '../data/storage-access.ts';
import { until } from '../data/testing/fresh-store.ts';
import type { DatabaseCheck } from './check-database.ts';
import { SyncDevice } from './testing/sync-device.ts';

const NOW = '2026-03-20T10:00:00.000Z';
const scene = openTestBooks();
const sealKey = await importSealKey('key-1', new Uint8Array(32).fill(7));
const newer = sampleContext(MEMBER, 'newer');
let devices: SyncDevice[] = [];
let device: SyncDevice;

async function openDevice(name: string): Promise<SyncDevice> {
  const { book, books } = scene;
  const roles = ['member', activityRole(book.activityId)];
  const account: AccountInfo = {
    account: MEMBER,
    displayName: 'Léa Morvan',
    role: 'member',
    activityId: book.activityId,
    databases: { book: book.name, commons: 'commons' },
    device: { id: 'D1', prefix: 'AB1' },
    cooperative: 'C',
    isDemo: false,
  };
  const client = {
    fetch: (path: string, init?: RequestInit) => books.server.fetchAs(MEMBER, roles, path.slice('/couch'.length), init),
  };
  const opened = await SyncDevice.open(client, account, { clock: () => NOW, storeName: `${book.name}-${name}` });
  devices.push(opened);
  return opened;
}

beforeEach(async () => {
  devices = [];
  const { book } = scene;
  await book.write(settingsFor(book.activityId));
  await book.write(makeSale(deviceAt('D9', '2026-03-01T08:00:00.000Z'), book.activityId, '2026-03-01', 900_000));
  device = await openDevice('one');
  await bringCommons(device);
  device.start();
  await until(() => device.store.book.list('ledgerEntry').length > 0);
});
afterEach(async () => {
  await Promise.all(devices.map((one) => one.close()));
});

/** The cooperative's settings, as the exchange of the commons brings them. */
async function bringCommons(to: SyncDevice, ...more: readonly AnyRecord[]): Promise<void> {
  const { commons } = to.store.parts.collections;
  if (commons === undefined) throw new Error('no commons');
  const records = [...settingsRecords, ...more];
  unwrap(await writeRecords(commons, records.map((after) => ({ before: undefined, after })), 'asGiven')); // prettier-ignore
  await until(() => to.store.image('commons').list('contributionRules').length > 0);
}

/** Puts a record into the book on the server, where a later version left it, and waits until the device has it. */
async function bringNewer(record: AnyRecord): Promise<void> {
  await scene.book.write(record);
  device.replication.syncNow();
  await until(() => device.store.book.notUnderstood.length > 0);
}

async function restart(): Promise<void> {
  device = await device.reopen();
  devices[0] = device;
  device.start();
}

/** Compares the device's book with the server's. */
async function compare(of: SyncDevice): Promise<DatabaseCheck> {
  const { name } = scene.book;
  const fingerprints = openFingerprints(scene.books.server.couch);
  const api = {
    months: async () => ok((await fingerprints.months(name, () => undefined)) ?? []),
    month: async (month: string) => ok((await fingerprints.month(name, month, () => undefined)) ?? []),
  };
  await of.replication.state.awaitInSync();
  return unwrap(await of.replication.check(api));
}

describe.each<[string, (context: WriteContext, activityId: string) => AnyRecord]>([
  ['of a type that this version does not know', makeOfUnknownType],
  ['of a schema version that this version does not know', makeOfNewerSchema],
])('a record %s', (_name, make) => {
  let record: AnyRecord;
  beforeEach(async () => {
    record = make(newer, scene.book.activityId);
    await bringNewer(record);
  });

  it('is kept and counted, over every restart: the comparison mends nothing', async () => {
    for (let start = 0; start < 3; start += 1) {
      expect(await compare(device)).toMatchObject({ fetched: [], sentAgain: [] });
      await restart();
      await until(() => device.store.book.isComplete);
      expect(device.store.book.notUnderstood.map(({ id }) => id)).toEqual([record.id]);
      expect(device.store.book.get(record.id)?.body).toEqual(record.body);
    }
    expect(device.errors).toEqual([]);
  });

  it('makes the figures of its book incomplete, and no pay is asked on them', async () => {
    const { book, parts } = device.store;
    expect(device.store.isIncomplete(scene.book.activityId)).toBe(true);
    expect(await requestPay(device.store, '2026-03', 200_000)).toMatchObject({ error: { code: 'book.incomplete' } });
    // Not by a command that forgot to look either.
    const known = { settings: settingsFor(scene.book.activityId), cooperative, records: book.all() };
    const pay = askPay(parts.context, { ...known, records: [...known.records] }, '2026-03', 150_000);
    expect(await device.store.write('payRequested', [{ before: undefined, after: pay }])).toMatchObject({
      error: { code: 'book.incomplete' },
    });
  });

  it('lets a pay that was asked before be withdrawn', async () => {
    const known = { settings: settingsFor(scene.book.activityId), cooperative };
    const pay = askPay(device.store.parts.context, { ...known, records: [...device.store.book.all()] }, '2026-03', 1e5);
    await scene.book.write(pay);
    device.replication.syncNow();
    await until(() => device.store.book.list('salaryStatement').length > 0);
    const [held] = device.store.book.list('salaryStatement');
    if (held === undefined) throw new Error('no pay');
    expect((await advancePay(device.store, held, 'cancelled')).ok).toBe(true);
  });

  it('is not edited, and what another device made of it comes in', async () => {
    expect((await sendAgain(device.store, record.id)).ok).toBe(false);
    const stored = await scene.book.read(record.id);
    const next = { ...record, edits: ['later', ...record.edits], body: { ...record.body, more: true } };
    await scene.book.write(next, stored?._rev);
    device.replication.syncNow();
    await until(() => device.store.book.get(record.id)?.edits[0] === 'later');
    expect(device.store.book.get(record.id)?.body).toEqual(next.body);
    expect(await compare(device)).toMatchObject({ fetched: [], sentAgain: [] });
  });

  it('goes into a backup and from there, whole, to another device', async () => {
    const { file } = unwrap(await saveBackup(device.store, { sealKey }));
    const other = await openDevice('two');
    await bringCommons(other);
    const backup = unwrap(await checkBackup(file));
    unwrap(await restoreBackup(other.store, backup, { sealKey }));
    await until(() => other.store.book.notUnderstood.length > 0);
    expect(other.store.book.get(record.id)?.body).toEqual(record.body);
    expect(other.store.isIncomplete(scene.book.activityId)).toBe(true);
    other.start();
    await until(() => other.store.book.list('ledgerEntry').length > 0);
    expect(await compare(other)).toMatchObject({ fetched: [], sentAgain: [] });
  });
});

it('a record that the server does not understand stays on the device, with words that say so', async () => {
  const record = { ...makeOfUnknownType(newer, scene.book.activityId), isPending: true };
  const { book } = device.store.parts.collections;
  if (book === undefined) throw new Error('no book');
  unwrap(await writeRecords(book, [{ before: undefined, after: record }]));
  await until(() => device.refusals.length > 0);
  expect(device.refusals[0]?.reason).toMatch(/^record\.unknownType: /);
  await restart();
  await until(() => device.store.book.isComplete);
  expect(device.store.book.get(record.id)).toMatchObject({ id: record.id, isPending: true });
  expect(await scene.book.read(record.id)).toBeUndefined();
  // A file can bring such a record: its person is not held up by it for ever.
  const error = appError('record.unknownType', '');
  expect(canSetAside(device.store.book.get(record.id) ?? record, error)).toBe(true);
  unwrap(await setAside(device.store, record.id));
  await until(() => !device.store.isIncomplete(scene.book.activityId));
  const [aside] = await listSetAside(device.store.parts.facts);
  expect(aside?.record.body).toEqual(record.body);
});

it('settings of a later version make every book incomplete', async () => {
  const { commons } = device.store.parts.collections;
  if (commons === undefined) throw new Error('no commons');
  const later = { ...makeOfUnknownType(newer, 'cooperative'), id: 'laterRule:1', type: 'laterRule' };
  unwrap(await writeRecords(commons, [{ before: undefined, after: later }], 'asGiven'));
  await until(() => device.store.isIncomplete(scene.book.activityId));
  expect(await requestPay(device.store, '2026-03', 200_000)).toMatchObject({ error: { code: 'book.incomplete' } });
});

it('a record of a later schema that does not look like its type breaks no list', async () => {
  const record = { ...makeOfNewerSchema(newer, scene.book.activityId), body: { label: ['not', 'a', 'text'] } };
  await bringNewer(record);
  expect(device.store.book.list('ledgerEntry').map(({ id }) => id)).not.toContain(record.id);
  expect(device.store.book.unreadable.map(({ id }) => id)).toEqual([record.id]);
  expect(device.store.isIncomplete(scene.book.activityId)).toBe(true);
  expect(await compare(device)).toMatchObject({ fetched: [], sentAgain: [] });
});

it('a book without such records asks pays as ever', async () => {
  expect(device.store.isIncomplete(scene.book.activityId)).toBe(false);
  expect(await requestPay(device.store, '2026-03', 200_000)).toMatchObject({ ok: true });
});
