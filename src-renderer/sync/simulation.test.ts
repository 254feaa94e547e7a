import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonValue } from '../../shared/core/canonical-json.ts';
import { toCanonicalJson } from '../../shared/core/canonical-json.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { TestServer } from '../../sync-server/testing/test-server.ts';
import { startTestServer } from '../../sync-server/testing/test-server.ts';
import { readRange } from '../data/storage-access.ts';
import { readBookOnServer } from './testing/book-on-server.ts';
import { TwoDevices } from './testing/two-devices.test-support.ts';

/** A seed that failed once stays here. */
const SEEDS = ['barley', 'chard', 'flax', 'hemp', 'oats', 'rye'];
const ROUNDS = 4;
const STEPS = 30;
const SETTLED_WITHIN_MS = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

/** Each record in one text, by id. */
function toTexts(records: Iterable<AnyRecord>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const record of records) {
    const { isPending = false, ...rest } = record;
    if (texts.has(record.id)) throw new Error(`${record.id} is there twice`);
    texts.set(record.id, toCanonicalJson({ ...rest, isPending } as unknown as JsonValue)); // a record is JSON
  }
  return texts;
}

/** Waits until the server and both devices hold the same records in the same revision, nothing of them waiting. */
async function settle(book: TwoDevices): Promise<AnyRecord[]> {
  const end = Date.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const onServer = await readBookOnServer(book.client);
    const truth = toTexts(onServer);
    const sides = book.devices.map(({ store }) => toTexts(store.book.all()));
    const isSame = sides.every(
      (side) => side.size === truth.size && [...truth].every(([id, is]) => side.get(id) === is),
    );
    if (isSame) return onServer;
    expect(book.devices.flatMap(({ refusals }) => refusals)).toEqual([]);
    if (Date.now() > end) for (const side of sides) expect(side).toEqual(truth);
    await pause(50);
  }
}

/** What the next start of a device reads is what its screens show now. */
async function expectStored(book: TwoDevices, records: readonly AnyRecord[]): Promise<void> {
  for (const { store } of book.devices) {
    const { book: collection } = store.parts.collections;
    if (collection === undefined) throw new Error('no book');
    for (const type of new Set(records.map((record) => record.type))) {
      const shown = toTexts(records.filter((record) => record.type === type));
      expect(toTexts(await readRange(collection, type))).toEqual(shown);
    }
  }
}

/** Issued invoices are what somebody issued, each under a number of its own, and never change again. */
function expectFinal(finals: Map<string, object>, records: readonly AnyRecord[], issued: readonly AnyRecord[]): void {
  const invoices = records.filter(({ type, status }) => type === 'invoice' && status === 'issued');
  const now = new Map(invoices.map(({ id, date, body }) => [id, { id, date, body }]));
  for (const [id, final] of finals) expect(now.get(id)).toEqual(final);
  for (const [id, invoice] of now) {
    finals.set(id, invoice);
    expect(issued).toContainEqual(expect.objectContaining(invoice));
  }
  expect(new Set(invoices.map(({ body }) => body['number'])).size).toBe(invoices.length);
}

async function live(book: TwoDevices): Promise<void> {
  const finals = new Map<string, object>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await book.disturb(STEPS);
    book.heal();
    const records = await settle(book);
    expect(book.typed.findLost(records)).toEqual([]);
    expectFinal(finals, records, book.work.issued);
    await expectStored(book, records);
  }
}

it.each(SEEDS)('two devices lose nothing and end alike, seed %s', { timeout: 180_000 }, async (seed) => {
  const book = await TwoDevices.open(server, `Membre ${seed}`, seed);
  try {
    await live(book);
  } finally {
    await book.close();
  }
});
