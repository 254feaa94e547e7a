import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookDatabase, NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { provisionBook, provisionServer } from '../rules/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { makeCustomer, makeStatement } from '../testing/test-records.ts';
import { verdictId } from './verdict-store.ts';
import { openWorker } from './worker.ts';

const ROUNDS = 5;

let server: TestCouch;
beforeAll(async () => {
  server = await startTestCouch();
  await provisionServer(server.couch);
});
afterAll(() => server.close());

/** All leaf revisions of a database by id, apart from its design documents. */
async function listLeaves(name: string): Promise<Record<string, string[]>> {
  const { results } = await server.couch.database(name).changes('0', 10_000);
  const rows = results.filter(({ id }) => !id.startsWith('_design/'));
  return Object.fromEntries(rows.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]));
}

it('several workers at once copy everything, double nothing and give each pay one verdict', async () => {
  const activityId = randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();
  await provisionBook(server.couch, activityId);
  const book = server.couch.database(bookDatabase(activityId));
  const customers = Array.from({ length: 30 }, () => makeCustomer('ada.fall', activityId));
  const statements = Array.from({ length: 8 }, () => makeStatement('ada.fall', activityId));
  const revs = new Map<string, string>();
  const write = async (record: AnyRecord): Promise<void> => {
    const rev = revs.get(record.id);
    revs.set(record.id, await book.put({ ...toDocument(record), ...(rev === undefined ? {} : { _rev: rev }) }));
  };
  const log: string[] = [];
  const workers = [1, 2, 3].map(() =>
    openWorker(
      server.couch,
      () => new Date().toISOString(),
      (line) => log.push(line),
    ),
  );
  try {
    await Promise.all([...workers.map((worker) => worker.start()), ...customers.map(write)]);
    for (let round = 0; round < ROUNDS; round += 1) {
      const status = round % 2 === 0 ? 'voided' : 'active';
      const pay = statements.slice(round * 2, round * 2 + 2);
      await Promise.all([...customers.map((record) => write({ ...record, status })), ...pay.map(write)]);
    }
    await Promise.all(workers.map((worker) => worker.reconcile()));
    const isSame = async (): Promise<boolean> => {
      const [copy, original] = [await listLeaves(NETWORK_DATABASE), await listLeaves(bookDatabase(activityId))];
      return JSON.stringify(Object.entries(copy).sort()) === JSON.stringify(Object.entries(original).sort());
    };
    await expect.poll(isSame).toBe(true);
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
  const leaves = await listLeaves(NETWORK_DATABASE);
  expect(leaves).toEqual(await listLeaves(bookDatabase(activityId)));
  expect(
    Object.values(leaves).every((list) => list.length === 1),
    'a leaf each',
  ).toBe(true);
  for (const { id } of statements) expect(leaves[verdictId(id)]?.[0]).toMatch(/^1-/);
  expect(Object.keys(leaves)).toHaveLength(customers.length + 2 * statements.length);
  expect(log, 'nothing failed that had to be tried again').toEqual([]);
}, 60_000);
