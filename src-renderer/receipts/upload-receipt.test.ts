import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCouchFile } from '../e2e/support/couch-file.ts';
import { CLEAN_LINE } from '../../build/soak/line.ts';
import { unwrap } from '../../shared/core/result.ts';
import { CHUNK_BYTES, chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import { fetchReceipt } from './fetch-receipt.ts';
import { ReceiptServer } from './testing/receipt-server.test-support.ts';
import { someBytes } from './testing/some-bytes.test-support.ts';
import { watchTransfer } from './testing/transfer.test-support.ts';
import { uploadReceipt } from './upload-receipt.ts';

let receipts: ReceiptServer;
beforeAll(async () => {
  receipts = await ReceiptServer.open();
});
afterAll(() => receipts.close());

const count = (requests: readonly string[], wanted: string): number =>
  requests.filter((request) => request === wanted).length;

describe('sending', () => {
  it('sends every chunk once, one a request, and another device fetches exactly those', async () => {
    const first = await receipts.openDevice('upload-first');
    const bytes = someBytes(4 * CHUNK_BYTES + 100);
    const key = unwrap(await first.vault.put(bytes));
    const sending = watchTransfer();
    expect(await uploadReceipt(first.vault, first.remote, key, sending)).toEqual({ ok: true, value: undefined });
    // Before and after the server says what it holds.
    const chunks = Array.from({ length: 5 }, () => 'POST _bulk_docs');
    expect(first.requests).toEqual(['POST _all_docs', ...chunks, 'POST _all_docs']);
    expect(sending.shares).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);

    const second = await receipts.openDevice('upload-second');
    const fetched = unwrap(await fetchReceipt(second.vault, second.remote, key, watchTransfer()));
    expect(Buffer.from(fetched).equals(Buffer.from(bytes))).toBe(true);
    expect(second.requests).toEqual(
      chunkIds(key.sha256, key.sizeBytes).map((id) => `GET ${encodeURIComponent(id)}/chunk`),
    );
    expect(Buffer.from(unwrap(await second.vault.get(key))).equals(Buffer.from(bytes))).toBe(true);
    second.requests.length = 0;
    expect((await uploadReceipt(second.vault, second.remote, key, watchTransfer())).ok).toBe(true);
    expect(second.requests).toEqual(['POST _all_docs']);
  });

  it('goes on after a cut without sending a chunk again', async () => {
    const device = await receipts.openDevice('upload-cut', {
      ...CLEAN_LINE,
      bitsPerSecond: 400_000,
      lifetimeMs: 2_500,
    });
    const key = unwrap(await device.vault.put(someBytes(8 * CHUNK_BYTES, 2)));
    const cut = await uploadReceipt(device.vault, device.remote, key, watchTransfer());
    expect(cut).toMatchObject({ error: { code: 'network.offline' } });
    const begun = count(device.requests, 'POST _bulk_docs');
    expect(begun).toBeGreaterThan(1);
    expect(begun).toBeLessThan(8);
    device.proxy.line = CLEAN_LINE;
    device.requests.length = 0;
    const again = watchTransfer();
    expect((await uploadReceipt(device.vault, device.remote, key, again)).ok).toBe(true);
    const sentAgain = count(device.requests, 'POST _bulk_docs');
    // The one under way when the line broke may have arrived or not; no other goes twice.
    expect([8 - begun, 8 - begun + 1]).toContain(sentAgain);
    expect(again.shares[0]).toBe((8 - sentAgain) / 8);
  });

  it('goes through on a line that breaks a quarter of all requests', async () => {
    const device = await receipts.openDevice('upload-broken');
    device.proxy.line = { ...CLEAN_LINE, brokenPercent: 25 };
    const key = unwrap(await device.vault.put(someBytes(10 * CHUNK_BYTES, 3)));
    let tries = 0;
    while (!(await uploadReceipt(device.vault, device.remote, key, watchTransfer())).ok) {
      tries += 1;
      expect(tries).toBeLessThan(60);
    }
    expect(device.proxy.counts.broken).toBeGreaterThan(0);
    const other = await receipts.openDevice('upload-broken-other');
    expect((await fetchReceipt(other.vault, other.remote, key, watchTransfer())).ok).toBe(true);
  });

  it('stops at once when it is told to', async () => {
    const device = await receipts.openDevice('upload-stopped');
    const key = unwrap(await device.vault.put(someBytes(6 * CHUNK_BYTES, 4)));
    const sending = watchTransfer();
    device.proxy.line = { ...CLEAN_LINE, bitsPerSecond: 400_000 };
    const stopped = uploadReceipt(device.vault, device.remote, key, sending);
    await expect.poll(() => sending.shares.length).toBeGreaterThan(1);
    sending.controller.abort();
    expect(await stopped).toMatchObject({ error: { code: 'desktop.cancelled' } });
    expect(count(device.requests, 'POST _bulk_docs')).toBeLessThan(6);
  });

  it('says when the session is over', async () => {
    const device = await receipts.openDevice('upload-revoked');
    const key = unwrap(await device.vault.put(someBytes(100, 5)));
    await device.client.fetch('/api/session', { method: 'DELETE' });
    expect(await uploadReceipt(device.vault, device.remote, key, watchTransfer())).toMatchObject({
      error: { code: 'session.expired' },
    });
  });

  it('never sends what is damaged on this device', async () => {
    const device = await receipts.openDevice('upload-damaged');
    const { sha256 } = unwrap(await device.vault.put(someBytes(100, 6)));
    const key = { sha256, sizeBytes: 99 };
    expect(await uploadReceipt(device.vault, device.remote, key, watchTransfer())).toMatchObject({
      error: { code: 'file.unreadable' },
    });
    expect(device.requests).toEqual([]);
  });
});

describe('bytes that are not what was sent', () => {
  it('are noticed by the next device, said, and not kept', async () => {
    const first = await receipts.openDevice('altered-first');
    const key = unwrap(await first.vault.put(someBytes(2 * CHUNK_BYTES, 7)));
    unwrap(await uploadReceipt(first.vault, first.remote, key, watchTransfer()));
    const file = openCouchFile(receipts.server.dataDir);
    file
      .prepare(
        `UPDATE blob SET data = zeroblob(length(data)) WHERE sha256 IN (
           SELECT attachment.blob FROM attachment JOIN document ON document.doc = attachment.doc WHERE document.id = ?)`,
      )
      .run(chunkIds(key.sha256, key.sizeBytes)[1] ?? '');
    file.close();
    const second = await receipts.openDevice('altered-second');
    expect(await fetchReceipt(second.vault, second.remote, key, watchTransfer())).toMatchObject({
      error: { code: 'receipt.altered' },
    });
    expect(await second.vault.get(key)).toMatchObject({ error: { code: 'record.notFound' } });
  });

  it('are noticed by who sent them, before anything is released', async () => {
    const device = await receipts.openDevice('altered-sender');
    const key = unwrap(await device.vault.put(someBytes(CHUNK_BYTES, 8)));
    // Somebody else's bytes stand under this id already.
    const [id = ''] = chunkIds(key.sha256, key.sizeBytes);
    const foreign = { chunk: { content_type: 'application/octet-stream', data: btoa('x') } };
    await device.client.post(`/couch/${receipts.database}/_bulk_docs`, { docs: [{ _id: id, _attachments: foreign }] });
    expect(await uploadReceipt(device.vault, device.remote, key, watchTransfer())).toMatchObject({
      error: { code: 'receipt.altered' },
    });
  });

  it('may also be none at all', async () => {
    const device = await receipts.openDevice('altered-missing');
    const key = { sha256: 'f'.repeat(64), sizeBytes: 10 };
    expect(await fetchReceipt(device.vault, device.remote, key, watchTransfer())).toMatchObject({
      error: { code: 'receipt.notOnServer' },
    });
  });
});
