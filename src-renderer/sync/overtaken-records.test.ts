import { expect, it } from 'vitest';
import { makeCustomer } from '../../sync-server/testing/test-records.ts';
import type { CouchHttp } from './couch-http.ts';
import { OvertakenRecords } from './overtaken-records.ts';
import { toWire } from './wire-record.ts';

const record = makeCustomer('lea.morvan', 'A1');

/** A server that holds the record after the given edits; counts how often it is asked. */
function serverWith(edits: readonly string[]): CouchHttp & { asked: number } {
  const doc = { ...toWire({ ...record, _deleted: false }, undefined), edits, _rev: '2-b' };
  return {
    asked: 0,
    call() {
      this.asked += 1;
      return Promise.resolve({ rows: [{ doc }] });
    },
    abortAll: () => undefined,
  };
}

it('brings what the server accepted, also when it was edited there since', async () => {
  for (const edits of [record.edits, ['later', ...record.edits]]) {
    const [found] = await new OvertakenRecords(0).find(serverWith(edits), [record]);
    expect(found).toMatchObject({ id: record.id, rev: '2-b', edits });
  }
});

it('leaves a record alone that the server has not accepted, and stops asking', async () => {
  const server = serverWith(['somebody else']);
  const overtaken = new OvertakenRecords(0);
  for (let round = 0; round < 6; round += 1) expect(await overtaken.find(server, [record])).toEqual([]);
  expect(server.asked).toBe(3);
});

it('waits as long as it was told before it asks', async () => {
  const server = serverWith(record.edits);
  const overtaken = new OvertakenRecords(2);
  expect(await overtaken.find(server, [record])).toEqual([]);
  expect(await overtaken.find(server, [record])).toEqual([]);
  expect(server.asked).toBe(0);
  expect(await overtaken.find(server, [record])).toHaveLength(1);
});
