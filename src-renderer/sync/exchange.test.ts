import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../shared/core/result.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { TestDevice } from '../../sync-server/testing/test-device.ts';
import { makeCustomer, writeAs } from '../../sync-server/testing/test-records.ts';
import type { TestServer } from '../../sync-server/testing/test-server.ts';
import { startTestServer } from '../../sync-server/testing/test-server.ts';
import { checkBackup } from '../data/backup/backup-read.ts';
import { restoreBackup } from '../data/backup/backup-restore.ts';
import { saveBackup } from '../data/backup/backup.ts';
import { writeRecords } from '../data/storage-access.ts';
import { until } from '../data/testing/fresh-store.ts';
import { browserSurroundings } from './browser-surroundings.ts';
import { openCheckApi } from './check-api.ts';
import { SyncDevice } from './testing/sync-device.ts';

const PASSWORD = 'champ de lin bleu';
let server: TestServer;
/** The member's other device, as a plain client: what it sends is on the server at once. */
let other: TestDevice;
let device: SyncDevice;
let persons = 0;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});
beforeEach(async () => {
  persons += 1;
  const name = `Person ${String.fromCharCode(64 + persons)}lin`;
  const { code } = await server.enrol({ name, newActivity: `Atelier ${String(persons)}` });
  const client = new TestDevice(server.url);
  const account = await client.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'first' });
  other = new TestDevice(server.url);
  await other.open('/api/session', { account: account.account, password: PASSWORD, deviceName: 'second' });
  device = await SyncDevice.open(client, account);
});
afterEach(async () => {
  await device.close();
});

const isPush = (path: string): boolean => path.includes('_bulk_docs');
const isBell = (path: string): boolean => path.includes('feed=longpoll');
const isPull = (path: string): boolean => path.includes('_changes') && !isBell(path);
const customerOf = (name: string) => {
  const { account = '', activityId } = other.info ?? {};
  return makeCustomer(account, activityId ?? '', name);
};

async function pushFromOther(...records: Parameters<TestDevice['push']>[0]): Promise<void> {
  const rows = await other.push(records);
  for (const row of rows) expect(row.error, row.reason).toBeUndefined();
}

/** The other device changes what the server holds of an entry. */
async function editFromOther(id: string, label: string): Promise<void> {
  const { _id, _rev, ...stored } = (await other.read(id)) ?? {};
  const record = { ...stored, id, rev: String(_rev) } as unknown as RecordOf<'ledgerEntry'>; // as pushed before
  await pushFromOther(reviseRecord(writeAs(other.info?.account ?? ''), record, { body: { ...record.body, label } }));
}

describe('the exchange on a bad line', () => {
  it('brings what changed between the first pull and a long-poll that fails (E7)', async () => {
    const between = customerOf('Entre deux');
    let bells = 0;
    device.fault = (path) => {
      if (!isBell(path)) return undefined;
      bells += 1;
      if (bells > 1) return undefined;
      return pushFromOther(between).then(() => Promise.reject(new TypeError('the connection broke')));
    };
    device.start();
    await until(() => device.store.book.get(between.id) !== undefined);
  });

  it.each([
    [500, 'network.serverError', 'by itself'],
    [401, 'session.expired', 'once somebody wants it to'],
  ])('goes on after an answer of JSON that is the error %i (E6): %s, %s', async (status, code, whose) => {
    let bells = 0;
    device.fault = (path) => {
      if (!isBell(path)) return undefined;
      bells += 1;
      const body = JSON.stringify({ error: 'unauthorized', reason: 'expired' });
      return bells === 1 ? Promise.resolve(new Response(body, { status })) : undefined;
    };
    device.start();
    await until(() => device.errors.some((error) => error === code));
    const later = customerOf('Plus tard');
    await pushFromOther(later);
    if (whose !== 'by itself') device.replication.syncNow();
    await until(() => device.store.book.get(later.id) !== undefined);
  });

  it('keeps a refused record apart and sends everything else (E4)', async () => {
    const good = await device.write('Avant');
    const { collections } = device.store.parts;
    // As an older version of Sillon might have written it: the server's rules refuse it.
    const bad = { ...good, id: 'ledgerEntry:REFUSED0001', body: { ...good.body, amountCents: 1.5 } };
    await collections.book?.bulkInsert([{ ...bad, isPending: true }]);
    device.start();
    const after = await device.write('Après');
    await until(() => device.refusals.length > 0);
    await until(() => [after, good].every(({ id }) => device.entry(id)?.isPending !== true));
    expect(device.refusals.map(({ record }) => record.id)).toContain(bad.id);
    expect(await other.read(after.id)).toBeDefined();
    expect(await other.read(bad.id)).toBeUndefined();
  });

  it('knows its own write when the answer to a push was lost, also after a second edit (E9)', async () => {
    let lost = 0;
    device.fault = (path, send) => {
      if (!isPush(path) || lost > 0) return undefined;
      lost += 1;
      return send().then(() => Promise.reject(new TypeError('the connection broke')));
    };
    const first = await device.write('Première');
    device.start();
    await until(() => lost === 1);
    const second = await device.write('Seconde', device.entry(first.id));
    await device.settle();
    expect((await other.read(first.id))?.['edits']).toEqual(second.edits);
    expect(device.store.book.list('conflictCopy')).toEqual([]);
  });

  it('keeps both of two edits of one field: the server’s in place, ours in a copy that everybody sees (E1)', async () => {
    const entry = await device.write('Ici');
    device.start();
    await device.settle();
    device.fault = (path) => (isPush(path) ? Promise.reject(new TypeError('offline')) : undefined);
    const mine = await device.write('Mienne', device.entry(entry.id));
    await editFromOther(entry.id, 'Leur');
    device.fault = () => undefined;
    await until(() => device.store.book.list('conflictCopy').length === 1);
    await device.settle();
    const stored = await other.read(entry.id);
    expect(stored?.['body']).toMatchObject({ label: 'Leur' });
    expect(stored?.['edits']).toContain(mine.edits[0]);
    const [copy] = device.store.book.list('conflictCopy');
    expect(JSON.stringify(copy?.body.copy)).toContain('Mienne');
    expect(await other.read(copy?.id ?? '')).toBeDefined();
  });
});

describe('a pull that overtakes the answer to a push', () => {
  /** Holds a pull back until a push is on the server, and the answer to the push until the pull's page was read. */
  function overtake(afterCommit: () => Promise<void> = () => Promise.resolve()): void {
    let commit: () => void = () => undefined;
    let pageRead: () => void = () => undefined;
    const committed = new Promise<void>((resolve) => (commit = resolve));
    const read = new Promise<void>((resolve) => (pageRead = resolve));
    let pulls = 0;
    let pushes = 0;
    device.fault = (path, send) => {
      if (isPull(path) && pulls++ === 0) return committed.then(send).finally(() => setTimeout(pageRead, 200));
      if (!isPush(path) || pushes++ > 0) return undefined;
      return send().then(async (answer) => {
        await afterCommit();
        commit();
        await read;
        return answer;
      });
    };
    device.replication.syncNow();
  }

  beforeEach(async () => {
    await device.write('Avant');
    device.start();
    await device.settle();
  });

  it('leaves no record marked as waiting', async () => {
    overtake();
    const entry = await device.write('Ici');
    await until(() => device.requests.some(isPush));
    await device.settle();
    expect(device.entry(entry.id)?.rev).toBe((await other.read(entry.id))?.['_rev']);
  });

  it('loses no edit that another device made in between', async () => {
    const entry = { id: '' };
    overtake(() => editFromOther(entry.id, 'Leur'));
    const written = await device.write('Ici');
    entry.id = written.id;
    await until(() => device.entry(entry.id)?.body.label === 'Leur');
    await device.settle();
  });
});

it('is not set back by a feed that comes behind its own push, as the network’s copy does after a reload', async () => {
  const before = await device.write('Avant');
  device.start();
  await device.settle();
  const older = await other.read(before.id);
  device.fault = (path) => (isPull(path) || isBell(path) ? Promise.reject(new TypeError('offline')) : undefined);
  const after = await device.write('Après', device.entry(before.id));
  let sent: string | undefined;
  const readSent = async (): Promise<void> => {
    while (sent !== after.edits[0]) [sent] = ((await other.read(before.id))?.['edits'] ?? []) as string[];
  };
  await readSent();
  await device.replication.stop();
  const labels = new Set<string | undefined>();
  device.store.book.subscribe(() => labels.add(device.entry(before.id)?.body.label));
  let pulls = 0;
  device.fault = (path) => {
    if (!isPull(path) || pulls++ > 0) return undefined;
    const results = [{ seq: '1', id: before.id, changes: [{ rev: older?.['_rev'] }], doc: older }];
    return Promise.resolve(Response.json({ results, last_seq: '0', pending: 0 }));
  };
  device.start();
  await device.settle();
  expect([...labels]).toEqual(['Après']);
});

describe('the comparison with the server', () => {
  const check = async () => {
    const { account, databases } = other.info ?? { account: '', databases: { book: '' } };
    return unwrap(
      await device.replication.check(openCheckApi(databases.book ?? '', account, browserSurroundings(device.fetch))),
    );
  };

  it('finds nothing when both sides are the same', async () => {
    await device.write('Pareil');
    device.start();
    await device.settle();
    expect(await check()).toMatchObject({ fetched: [], sentAgain: [], monthsWaiting: 0 });
  });

  it('fetches what vanished here, and only that', async () => {
    const entries = [await device.write('Un'), await device.write('Deux')];
    const [lost] = entries;
    device.start();
    await device.settle();
    const storage = device.store.parts.collections.book?.storageInstance;
    const [stored] = (await storage?.findDocumentsById([lost?.id ?? ''], false)) ?? [];
    if (stored === undefined) throw new Error('not stored');
    const vanished = { ...stored, _deleted: true };
    await storage?.bulkWrite([{ previous: stored, document: vanished }], 'test');
    await until(() => device.entry(lost?.id ?? '') === undefined);
    expect(await check()).toMatchObject({ fetched: [lost?.id], sentAgain: [] });
    await until(() => device.entry(lost?.id ?? '')?.body.label === 'Un');
  });
});

it('what a file without a seal adds replaces nothing that the server has, and comes there where it is missing', async () => {
  const [same, later, older, missing] = ['Pareil', 'Suite', 'Avant', 'Perdu'].map(customerOf);
  if (same === undefined || later === undefined || older === undefined || missing === undefined)
    throw new Error('four');
  const as = writeAs(other.info?.account ?? '');
  const rename = (record: typeof same, name: string) => reviseRecord(as, record, { body: { ...record.body, name } });
  const newer = rename(older, 'Après');
  await pushFromOther(same, later, newer);
  const lost = await SyncDevice.open(other, device.store.parts.account, { storeName: 'lost' });
  const forged = { ...same, rev: '1-abc', body: { ...same.body, name: 'Faux' } };
  const file = [forged, { ...rename(later, 'Autre'), rev: '9-abc' }, older, missing];
  const writes = file.map((after) => ({ before: undefined, after }));
  const { book } = lost.store.parts.collections;
  if (book === undefined) throw new Error('no book');
  unwrap(await writeRecords(book, writes, 'asGiven'));
  const backup = unwrap(await checkBackup(unwrap(await saveBackup(lost.store)).file));
  await lost.close();
  unwrap(await restoreBackup(device.store, backup, { isConfirmed: true }));
  device.start();
  await until(() => device.store.book.isComplete && [...device.store.book.all()].every(({ isPending }) => !isPending));
  const names = await Promise.all(
    [same, later, newer, missing].map(async ({ id }) => (await other.read(id))?.['body']),
  );
  expect(names).toMatchObject([{ name: 'Pareil' }, { name: 'Suite' }, { name: 'Après' }, { name: 'Perdu' }]);
  const copies = device.store.book.list('conflictCopy');
  expect(copies.map(({ body }) => [body.recordId, body.copy['body']])).toMatchObject([[later.id, { name: 'Autre' }]]);
});
