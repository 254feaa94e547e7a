import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import { toDocument } from '../../sync-server/couch/stored-record.ts';
import type { TestServer } from '../../sync-server/embedded/testing/test-server.ts';
import { ADMIN, startTestServer } from '../../sync-server/embedded/testing/test-server.ts';
import { writeRecords } from '../data/storage-access.ts';
import { until } from '../data/testing/fresh-store.ts';
import { SyncDevice } from './testing/sync-device.ts';

const ACCOUNT = 'lea.morvan';
let server: TestServer;
let device: SyncDevice;
let books = 0;

/** As the next version of Sillon might write an entry: members that this one does not know, around the body and in it. */
function makeNewer(schemaVersion: number): AnyRecord {
  const entry = sampleEntry(sampleContext(ACCOUNT, 'newer'), { date: '2026-03-02', amountCents: 100 });
  const body = { ...entry.body, mood: { colour: 'blue', sides: [1, 2] } };
  return { ...entry, schemaVersion, body, tags: ['kept'] } as AnyRecord;
}

/** The database without rules: the server is of the newer version too, and takes what its devices write. */
async function readOnServer(id: string): Promise<Record<string, unknown>> {
  const answer = await server.admin.get(`/book-${String(books)}/${encodeURIComponent(id)}`);
  return answer.json as Record<string, unknown>;
}

async function bringNewer(record: AnyRecord): Promise<AnyRecord> {
  await server.admin.post(`/book-${String(books)}`, toDocument(record));
  device.replication.syncNow();
  await until(() => device.store.book.get(record.id) !== undefined);
  const held = device.store.book.get(record.id);
  if (held === undefined) throw new Error('not held');
  return held;
}

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(async () => {
  books += 1;
  const book = `book-${String(books)}`;
  await server.admin.put(`/${book}`);
  const authorization = `Basic ${btoa(`${ADMIN.name}:${ADMIN.password}`)}`;
  const client = {
    fetch: (path: string, init: RequestInit = {}) =>
      fetch(server.admin.url + path.slice('/couch'.length), {
        ...init,
        headers: { ...(init.headers as Record<string, string>), authorization },
      }),
  };
  const account = {
    account: ACCOUNT,
    displayName: 'Léa Morvan',
    role: 'member' as const,
    activityId: 'A1',
    databases: { book, commons: 'commons' },
    device: { id: 'D1', prefix: 'AB1' },
    cooperative: 'C',
    isDemo: false,
  };
  device = await SyncDevice.open(client, account, { storeName: `newer-${String(books)}` });
  device.start();
});
afterEach(async () => {
  await device.close();
});

describe('records of a newer Sillon (E16)', () => {
  it('need no migration: the stored schemas stay at version 0', () => {
    const { book, device: facts } = device.store.parts.collections;
    expect([book?.schema.version, facts.schema.version]).toEqual([0, 0]);
  });

  it('come in whole, are shown as far as they are understood, and are still whole after the next start', async () => {
    const newer = makeNewer(2);
    const held = await bringNewer(newer);
    expect(held).toMatchObject({ ...newer, rev: expect.stringMatching(/^1-/) as string });
    device = await device.reopen();
    expect(device.store.book.list('ledgerEntry').map(({ body }) => body.label)).toEqual(['Marché']);
    expect(device.store.book.get(newer.id)).toMatchObject({ ...newer, rev: held.rev });
    device.start();
  });

  it('are not changed here in a format this version does not know', async () => {
    const held = await bringNewer(makeNewer(2));
    const { context } = device.store.parts;
    const after = reviseRecord(context, held, { body: { ...held.body, label: 'Autre' } });
    expect(await device.store.write('entryChanged', [{ before: held, after }])).toMatchObject({
      error: { code: 'record.tooNew' },
    });
    expect((await readOnServer(held.id))['edits']).toEqual(held.edits);
  });

  it('go back to a server that lost them with every member they came with', async () => {
    const held = await bringNewer(makeNewer(2));
    await server.admin.send('DELETE', `/book-${String(books)}/${encodeURIComponent(held.id)}?rev=${held.rev}`);
    const { book } = device.store.parts.collections;
    if (book === undefined) throw new Error('no book');
    // As the comparison with the server does when it finds that the server has it no more.
    await writeRecords(book, [{ before: held, after: { ...held, rev: '' } }]);
    await device.settle();
    const { _id, _rev, ...stored } = await readOnServer(held.id);
    const { id, rev, isPending, ...whole } = held;
    expect(stored).toEqual(whole);
  });

  it('keep the members this version does not know through an edit made here', async () => {
    const held = await bringNewer(makeNewer(1));
    const { context } = device.store.parts;
    const after = reviseRecord(context, held, { body: { ...held.body, label: 'Changé ici' } });
    expect((await device.store.write('entryChanged', [{ before: held, after }])).ok).toBe(true);
    await until(() => device.store.book.get(held.id)?.isPending === true);
    await device.settle();
    expect(await readOnServer(held.id)).toMatchObject({
      body: { label: 'Changé ici', mood: { colour: 'blue', sides: [1, 2] } },
      tags: ['kept'],
      edits: after.edits,
    });
  });
});
