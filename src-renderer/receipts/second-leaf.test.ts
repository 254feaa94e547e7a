import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unwrap } from '../../shared/core/result.ts';
import { CHUNK_BYTES, chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import { connectCouch } from '../../sync-server/couch/connect.ts';
import type { SeparateCouch } from '../../sync-server/testing/separate-couch.ts';
import { startSeparateCouch } from '../../sync-server/testing/separate-couch.ts';
import { fetchReceipt } from './fetch-receipt.ts';
import { removeChunks } from './chunk-documents.ts';
import { ReceiptServer } from './testing/receipt-server.test-support.ts';
import { someBytes } from './testing/some-bytes.test-support.ts';
import { watchTransfer } from './testing/transfer.test-support.ts';
import { uploadReceipt } from './upload-receipt.ts';
import type { ReceiptKey } from './vault.ts';

let couch: SeparateCouch;
let receipts: ReceiptServer;
beforeAll(async () => {
  couch = await startSeparateCouch();
  const { name, password } = couch.admin;
  receipts = await ReceiptServer.open({ COUCHDB_URL: couch.url, COUCHDB_USER: name, COUCHDB_PASSWORD: password });
}, 60_000);
afterAll(async () => {
  await receipts.close();
  await couch.close();
});

/** What a race of two servers may leave: another root of a part, which the database shows in place of the first. */
async function standBeside(id: string, bytes: Uint8Array): Promise<void> {
  const chunk = { content_type: 'application/octet-stream', data: Buffer.from(bytes).toString('base64') };
  const root = { _id: id, _rev: `1-${'f'.repeat(32)}`, _attachments: { chunk } };
  expect(await connectCouch(couch.url, couch.admin).database(receipts.database).writeAll([root], false)).toEqual([]);
}

it('what stands beside a part, and is shown in its place, takes the receipt from nobody', async () => {
  const first = await receipts.openDevice('leaf-first');
  const bytes = someBytes(3 * CHUNK_BYTES, 11);
  const key = unwrap(await first.vault.put(bytes));
  expect((await uploadReceipt(first.vault, first.remote, key, watchTransfer())).ok).toBe(true);
  const ids = chunkIds(key.sha256, key.sizeBytes);
  for (const id of [ids[0] ?? '', ids[2] ?? '']) await standBeside(id, someBytes(CHUNK_BYTES, 12));

  // Who sent it still knows that the server has it.
  expect((await uploadReceipt(first.vault, first.remote, key, watchTransfer())).ok).toBe(true);
  const second = await receipts.openDevice('leaf-second');
  const fetched = unwrap(await fetchReceipt(second.vault, second.remote, key, watchTransfer()));
  expect(Buffer.from(fetched).equals(Buffer.from(bytes))).toBe(true);
  expect(Buffer.from(unwrap(await second.vault.get(key))).equals(Buffer.from(bytes))).toBe(true);
});

it('bytes that fit nowhere are not kept, and those that were here before stay', async () => {
  const device = await receipts.openDevice('leaf-lost');
  const bytes = someBytes(2 * CHUNK_BYTES, 13);
  const key: ReceiptKey = unwrap(await device.vault.put(bytes));
  const [own = '', other = ''] = chunkIds(key.sha256, key.sizeBytes);
  await removeChunks(device.vault.database, [other]);
  for (const id of [own, other]) await standBeside(id, someBytes(CHUNK_BYTES, 14));
  const outcome = await fetchReceipt(device.vault, device.remote, key, watchTransfer());
  expect(outcome).toMatchObject({ error: { code: 'receipt.altered' } });
  const kept = await device.vault.database.allDocs({ keys: [own, other] });
  expect(kept.rows.map((row) => 'value' in row && row.value.deleted !== true)).toEqual([true, false]);
});

it('a receipt that was released and fetched again can be sent to a server that lost it', async () => {
  const device = await receipts.openDevice('leaf-again');
  const key = unwrap(await device.vault.put(someBytes(100, 15)));
  unwrap(await device.vault.remove(key));
  unwrap(await device.vault.put(someBytes(100, 15)));
  expect(await uploadReceipt(device.vault, device.remote, key, watchTransfer())).toEqual({
    ok: true,
    value: undefined,
  });
});
