import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUsage } from '../../quota/read-usage.ts';
import type { TestCouch } from '../../testing/test-couch.ts';
import { startTestCouch } from '../../testing/test-couch.ts';
import type { Ledger } from './judge-request.ts';
import { openLedger } from './open-ledger.ts';

const DATABASE = 'receipts-01a';

let server: TestCouch;
let ledger: Ledger;
beforeAll(async () => {
  server = await startTestCouch();
  await server.couch.request({ db: DATABASE, method: 'PUT' });
  ledger = openLedger(server.couch, openUsage(server.couch));
});
afterAll(() => server.close());

const data = (text: string) => ({ content_type: 'application/octet-stream', data: btoa(text) });
const put = (id: string, attachments?: object) =>
  server.couch.database(DATABASE).put({ _id: id, ...(attachments !== undefined && { _attachments: attachments }) });
const digestOf = (text: string) => `md5-${createHash('md5').update(text).digest('base64')}`;

describe('the digests of what is there', () => {
  it('are those of the parts of receipts that were asked for and are held', async () => {
    await put('rcpt:a:000', { chunk: data('first') });
    await put('rcpt:a:001', { chunk: data('second') });
    await put('rcpt:a:002', { chunk: data('not asked for') });
    const found = await ledger.readDigests(DATABASE)(['rcpt:a:000', 'rcpt:a:001', 'rcpt:a:009']);
    expect([...found]).toEqual([
      ['rcpt:a:000', digestOf('first')],
      ['rcpt:a:001', digestOf('second')],
    ]);
  });

  it('are none of what is no part of a receipt', async () => {
    await put('rcpt:b:000');
    await put('rcpt:b:001', { other: data('elsewhere') });
    expect((await ledger.readDigests(DATABASE)(['rcpt:b:000', 'rcpt:b:001'])).size).toBe(0);
    expect((await ledger.readDigests(DATABASE)([])).size).toBe(0);
  });
});

it('the room in a database is that of its own counts', async () => {
  expect(await ledger.roomIn(DATABASE)).toBe('open');
  const full = openUsage(server.couch, () => 0);
  expect(openLedger(server.couch, full).roomIn).toBe(full.roomIn);
});
