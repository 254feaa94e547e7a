import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestServer } from '../../sync-server/testing/test-server.ts';
import { startTestServer } from '../../sync-server/testing/test-server.ts';
import { until } from '../data/testing/fresh-store.ts';
import { openMember } from './testing/open-member.test-support.ts';

const DAY_MS = 86_400_000;
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

it('sends what an earlier session left unsent although its clock had been put back', async () => {
  const { device, client } = await openMember(server);
  const sent = await device.write('Envoyée avec l’horloge en avance');
  device.start();
  await device.settle();
  const next = await device.reopen();
  const entry = await next.write('Écrite une fois l’horloge remise à l’heure');
  // RxDB notes when each record was written, and never goes back within one process: the next start of the computer does.
  const { book } = next.store.parts.collections;
  const [stored] = (await book?.storageInstance.findDocumentsById([entry.id], false)) ?? [];
  if (book === undefined || stored === undefined) throw new Error('not stored');
  const { _meta, _rev } = stored;
  const document = { ...stored, _rev: _rev.replace(/^1-/, '2-'), _meta: { ..._meta, lwt: _meta.lwt - 3 * DAY_MS } };
  await book.internalStorageInstance.bulkWrite([{ previous: stored, document }], 'the clock');

  const last = await next.reopen();
  expect(last.entry(entry.id)?.isPending).toBe(true);
  last.start();
  await until(() => last.store.book.pendingCount === 0);
  expect((await client.read(entry.id))?.['edits']).toEqual(entry.edits);
  expect((await client.read(sent.id))?.['_rev']).toMatch(/^1-/);
  await last.close();
});
