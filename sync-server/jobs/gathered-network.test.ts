import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookDatabase, NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import { provisionBook, provisionServer } from '../rules/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { makeCustomer } from '../testing/test-records.ts';
import { gatherCalls } from './gather-calls.ts';
import { openWorker } from './worker.ts';

const BOOKS = 40;

describe('calls that are gathered', () => {
  it('each get their own answer, and one that cannot be sent spoils it for nobody', async () => {
    const calls = fc.array(fc.record({ id: fc.nat(1_000), isBad: fc.boolean(), afterTurns: fc.nat(5) }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(calls, fc.integer({ min: 1, max: 10 }), async (all, mostSize) => {
        let requests = 0;
        const call = gatherCalls<(typeof all)[number], number>({
          sizeOf: () => 1,
          mostSize,
          send: async (asked) => {
            requests += 1;
            expect(asked.length).toBeLessThanOrEqual(mostSize);
            await Promise.resolve();
            if (asked.some(({ isBad }) => isBad)) throw new Error('refused');
            return asked.map(({ id }) => id * 2);
          },
        });
        const outcomes = await Promise.allSettled(
          all.map(async (one) => {
            for (let turn = 0; turn < one.afterTurns; turn += 1) await Promise.resolve();
            return call(one);
          }),
        );
        const wanted = all.map(({ id, isBad }) => (isBad ? 'refused' : id * 2));
        expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message))).toEqual(
          wanted,
        );
        if (all.length === 1) expect(requests).toBe(1);
      }),
    );
  });
});

describe('a burst of books', () => {
  let server: TestCouch;
  beforeAll(async () => {
    server = await startTestCouch();
    await provisionServer(server.couch);
  });
  afterAll(() => server.close());

  it('is copied with few calls on network, each book with its checkpoint', async () => {
    const calls: string[] = [];
    const counted: Couch = {
      ...server.couch,
      database: (name) => {
        const database = server.couch.database(name);
        if (name !== NETWORK_DATABASE) return database;
        const count =
          <A extends unknown[], R>(what: string, run: (...args: A) => R) =>
          (...args: A): R => {
            calls.push(what);
            return run(...args);
          };
        return {
          ...database,
          put: count('put', database.put),
          writeAll: count('write', database.writeAll),
          findMissing: count('missing', database.findMissing),
        };
      },
    };
    const activities = Array.from({ length: BOOKS }, () => randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase());
    for (const activityId of activities) await provisionBook(server.couch, activityId);
    const records = activities.map((activityId) => makeCustomer('ada.fall', activityId));
    for (const record of records) {
      await server.couch.database(bookDatabase(record.activityId)).put(toDocument(record));
    }
    // All of them wait when it starts, as after an outage; how fast they come is not what is asked here.
    const worker = openWorker(
      counted,
      () => new Date().toISOString(),
      () => undefined,
    );
    try {
      await worker.start();
      const network = server.couch.database(NETWORK_DATABASE);
      expect(await network.getMany(records.map(({ id }) => id))).toHaveLength(BOOKS);
      expect(calls).not.toContain('put');
      // One by one it would be three for each book.
      expect(calls.length).toBeLessThan(BOOKS * 2);
      for (const activityId of activities) {
        const name = bookDatabase(activityId);
        const { last_seq: since } = await server.couch.database(name).changes('0', 10);
        expect(await network.get(`_local/consolidation-${name}`)).toMatchObject({ since });
      }
    } finally {
      await worker.close();
    }
  }, 60_000);
});
