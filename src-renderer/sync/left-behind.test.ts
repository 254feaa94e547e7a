import { afterEach, describe, expect, it, vi } from 'vitest';
import { fillDisk } from '../data/testing/fill-disk.test-support.ts';
import { until } from '../data/testing/fresh-store.ts';
import { LOCAL_WRITE } from '../data/whole-writes.ts';
import { memberOfEachTest } from './testing/open-member.test-support.ts';
import type { SyncDevice } from './testing/sync-device.ts';

const DAY_MS = 86_400_000;
const member = memberOfEachTest();
afterEach(() => {
  vi.restoreAllMocks();
});

/** The book of a device, where RxDB keeps it. */
function bookOf(device: SyncDevice) {
  const { book } = device.store.parts.collections;
  if (book === undefined) throw new Error('no book');
  return book;
}

/** Makes a record as old as if the clock had been wrong by so many days when it was stored. */
async function setClockOf(device: SyncDevice, id: string, days: number): Promise<void> {
  // RxDB notes when each record was written, and never goes back within one process: the next start of the computer does.
  const { storageInstance, internalStorageInstance } = bookOf(device);
  const [stored] = await storageInstance.findDocumentsById([id], false);
  if (stored === undefined) throw new Error('not stored');
  const { _meta, _rev } = stored;
  const height = Number.parseInt(_rev, 10);
  const document = {
    ...stored,
    _rev: _rev.replace(/^\d+/, String(height + 1)),
    _meta: { ..._meta, lwt: _meta.lwt + days * DAY_MS },
  };
  await internalStorageInstance.bulkWrite([{ previous: stored, document }], 'the clock');
}

describe('after the clock was put back', () => {
  it('sends what an earlier session left unsent', async () => {
    const { device, client } = member();
    const sent = await device.write('Envoyée avec l’horloge en avance');
    device.start();
    await device.settle();
    const next = await device.reopen();
    const entry = await next.write('Écrite une fois l’horloge remise à l’heure');
    await setClockOf(next, entry.id, -3);

    const last = await next.reopen();
    expect(last.entry(entry.id)?.isPending).toBe(true);
    last.start();
    await last.settle();
    expect((await client.read(entry.id))?.['edits']).toEqual(entry.edits);
    expect((await client.read(sent.id))?.['_rev']).toMatch(/^1-/);
    await last.close();
  });

  it('sends it once the disk has room again, when it was full just then', { timeout: 60_000 }, async () => {
    const { device, client } = member();
    await device.write('Envoyée avec l’horloge en avance');
    device.start();
    await device.settle();
    const next = await device.reopen();
    const entry = await next.write('Écrite une fois l’horloge remise à l’heure');
    await setClockOf(next, entry.id, -3);

    const last = await next.reopen();
    last.start();
    await last.replication.state.awaitInitialReplication();
    const { mock } = vi.spyOn(bookOf(last).storageInstance, 'bulkWrite');
    fillDisk();
    await until(() =>
      mock.settledResults.some(({ type }, index) => type === 'rejected' && mock.calls[index]?.[1] === LOCAL_WRITE),
    );
    vi.restoreAllMocks();
    await until(() => {
      last.replication.syncNow();
      return last.store.book.pendingCount === 0;
    });
    expect((await client.read(entry.id))?.['edits']).toEqual(entry.edits);
    await last.close();
  });

  it('sends what is written at the very moment at which it looks for what to send', async () => {
    const { device, client } = member();
    const sent = await device.write('Envoyée');
    device.start();
    await device.settle();
    const next = await device.reopen();
    await setClockOf(next, sent.id, 3);
    next.start();
    await until(() => next.requests.some((path) => path.includes('feed=longpoll')));

    const writes = bookOf(next)
      .storageInstance.changeStream()
      .subscribe(({ context }) => {
        if (context === LOCAL_WRITE) next.replication.syncNow();
      });
    const entry = await next.write('Écrite pendant que l’échange regarde');
    writes.unsubscribe();
    await next.settle();
    expect((await client.read(entry.id))?.['edits']).toEqual(entry.edits);
    await next.close();
  });

  it('sends what came of a conflict under the edit that was in it', async () => {
    const { device, client } = member();
    const first = await device.write('Envoyée');
    device.start();
    await device.settle();
    const next = await device.reopen();
    // The server takes the second, and the device never knows.
    next.fault = (path, send) => (path.includes('_bulk_docs') ? send().then(lose) : undefined);
    next.start();
    const second = await next.write('Reçue, la réponse perdue', first);
    await expect.poll(async () => (await client.read(first.id))?.['edits']).toEqual(second.edits);
    const third = await next.write('Écrite ensuite', second);
    next.fault = () => undefined;
    const last = await next.reopen();
    await setClockOf(last, first.id, 3);
    last.start();
    await last.settle();
    expect(await client.read(first.id)).toMatchObject({ edits: third.edits, body: { label: 'Écrite ensuite' } });
    await last.close();
  });
});

function lose(): never {
  throw new TypeError('the connection broke');
}
