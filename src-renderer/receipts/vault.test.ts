import 'fake-indexeddb/auto';
import PouchDB from 'pouchdb-core';
import { expect, it } from 'vitest';
import { unwrap } from '../../shared/core/result.ts';
import { CHUNK_BYTES, chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import { someBytes } from './testing/some-bytes.test-support.ts';
import { openVault } from './vault.ts';

it.each([1, CHUNK_BYTES, CHUNK_BYTES + 1, 5 * CHUNK_BYTES - 3])('gives back %d bytes as they were', async (length) => {
  const vault = openVault('sizes');
  const bytes = someBytes(length);
  const kept = unwrap(await vault.put(bytes));
  expect(kept.sizeBytes).toBe(length);
  expect(Buffer.from(unwrap(await vault.get(kept))).equals(Buffer.from(bytes))).toBe(true);
});

it('keeps the same bytes once, as documents of one chunk each', async () => {
  const vault = openVault('twice');
  const kept = unwrap(await vault.put(someBytes(3 * CHUNK_BYTES)));
  expect(unwrap(await vault.put(someBytes(3 * CHUNK_BYTES)))).toEqual(kept);
  const keys = chunkIds(kept.sha256, kept.sizeBytes);
  const found = await new PouchDB('twice-receipts', { adapter: 'idb' }).allDocs({ keys });
  expect(found.rows.map((row) => 'value' in row && row.value.rev.startsWith('1-'))).toEqual(keys.map(() => true));
});

it('says so when the bytes are not on this device, and when a chunk changed', async () => {
  const vault = openVault('damaged');
  const kept = unwrap(await vault.put(someBytes(2 * CHUNK_BYTES)));
  expect(await vault.get({ sha256: 'f'.repeat(64), sizeBytes: 10 })).toMatchObject({
    error: { code: 'record.notFound' },
  });

  const database = new PouchDB('damaged-receipts', { adapter: 'idb' });
  const [, second = ''] = chunkIds(kept.sha256, kept.sizeBytes);
  const { _rev } = await database.get(second);
  const data = btoa('x'.repeat(CHUNK_BYTES));
  await database.put({
    _id: second,
    _rev,
    _attachments: { chunk: { content_type: 'application/octet-stream', data } },
  });
  expect(await vault.get(kept)).toMatchObject({ error: { code: 'file.unreadable' } });
});

it('keeps the receipts of two accounts apart', async () => {
  const kept = unwrap(await openVault('awa').put(someBytes(100)));
  expect((await openVault('ben').get(kept)).ok).toBe(false);
});

it('gives the space back when a receipt is taken off, and takes it in again', async () => {
  const vault = openVault('space');
  const bytes = someBytes(3 * CHUNK_BYTES, 9);
  const kept = unwrap(await vault.put(bytes));
  expect(await countStoredParts('space')).toBe(3);
  unwrap(await vault.remove(kept));
  expect(await countStoredParts('space')).toBe(0);
  expect(await vault.get(kept)).toMatchObject({ error: { code: 'record.notFound' } });
  unwrap(await vault.remove(kept));
  unwrap(await vault.put(bytes));
  expect(Buffer.from(unwrap(await vault.get(kept))).equals(Buffer.from(bytes))).toBe(true);
});

/** Attachments in PouchDB's own store. */
function countStoredParts(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`_pouch_${name}-receipts`);
    opening.onerror = () => {
      reject(new Error('PouchDB keeps its data elsewhere'));
    };
    opening.onsuccess = () => {
      const counting = opening.result.transaction('attach-store').objectStore('attach-store').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}
