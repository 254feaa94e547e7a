import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { CLEAN_LINE } from '../../build/soak/line.ts';
import { unwrap } from '../../shared/core/result.ts';
import { CHUNK_BYTES, chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import { hashBytes } from '../data/hash.ts';
import { makeWish } from '../data/wishes.ts';
import { writeChunks } from './chunk-documents.ts';
import { setMetered } from '../sync/metered-mode.ts';
import { setPaused } from './exchange-state.ts';
import { fetchReceipt } from './fetch-receipt.ts';
import { listReceiptFacts, noteKept } from './receipt-facts.ts';
import { release } from './release-space.ts';
import { ExchangeDevice, KEPT_AT } from './testing/exchange-device.test-support.ts';
import { ReceiptServer } from './testing/receipt-server.test-support.ts';
import { someBytes } from './testing/some-bytes.test-support.ts';
import { watchTransfer } from './testing/transfer.test-support.ts';

let receipts: ReceiptServer;
let member: ExchangeDevice;
beforeAll(async () => {
  receipts = await ReceiptServer.open();
});
afterAll(() => receipts.close());
beforeEach(async () => {
  member = await ExchangeDevice.open(receipts);
});
afterEach(() => member.close());

const pause = (isPaused: boolean): Promise<void> => setPaused(member.store.parts.facts, KEPT_AT, isPaused);

describe('receipts leave', () => {
  it('after the records are in sync, one after the other', async () => {
    const keys = [await member.keep(2), await member.keep(1)];
    for (const key of keys) await member.addExpense(key);
    await member.say('offline');
    await sleep(150);
    expect(member.device.requests).toEqual([]);
    await member.say('upToDate');
    for (const key of keys) await expect.poll(() => member.isVerified(key)).toBe(true);
    expect(member.sentCount).toBe(3);
    await expect.poll(() => member.progress.phase).toBe('idle');
  });

  it('never before their own record, nor while other records wait', async () => {
    const key = await member.keep(1);
    await member.addExpense(key, true);
    await member.say('upToDate');
    await sleep(150);
    expect(member.device.requests).toEqual([]);
  });

  it('also when an earlier Sillon kept them without a note', async () => {
    const key = unwrap(await member.device.vault.put(someBytes(100, 77)));
    await member.addExpense(key);
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(key)).toBe(true);
  });

  it('not while paused; a pause in the middle loses nothing', async () => {
    const key = await member.keep(8);
    await member.addExpense(key);
    member.device.proxy.line = { ...CLEAN_LINE, bitsPerSecond: 800_000 };
    await member.say('upToDate');
    await expect.poll(() => member.progress.share).toBeGreaterThan(0.2);
    await pause(true);
    await expect.poll(() => member.progress.phase).toBe('idle');
    const sent = member.sentCount;
    await sleep(300);
    expect(member.sentCount).toBe(sent);
    expect(await member.isVerified(key)).toBe(false);
    member.device.proxy.line = CLEAN_LINE;
    await pause(false);
    await expect.poll(() => member.isVerified(key)).toBe(true);
    expect(member.sentCount).toBeLessThanOrEqual(9);
  });
});

describe('over a metered line', () => {
  const meter = (isOn: boolean): Promise<void> => setMetered(member.store.parts.facts, KEPT_AT, isOn);

  it('they wait, say so also offline, and go when the person asks for the exchange', async () => {
    await meter(true);
    const key = await member.keep(1);
    await member.addExpense(key);
    await member.say('offline');
    await expect.poll(() => member.progress.phase).toBe('held');
    await member.say('upToDate');
    await sleep(150);
    expect(member.device.requests).toEqual([]);
    await makeWish(member.store.parts.facts, member.store.parts.context, 'receipts-wish');
    await expect.poll(() => member.isVerified(key)).toBe(true);
    // The wish is over with what waited then.
    await expect.poll(() => member.progress.phase).toBe('idle');
    const later = await member.keep(1);
    await member.addExpense(later);
    await expect.poll(() => member.progress.phase).toBe('held');
    expect(await member.isVerified(later)).toBe(false);
  });

  it('what is under way stops when the mode begins, and goes on when it ends', async () => {
    const key = await member.keep(8);
    await member.addExpense(key);
    member.device.proxy.line = { ...CLEAN_LINE, bitsPerSecond: 800_000 };
    await member.say('upToDate');
    await expect.poll(() => member.progress.share).toBeGreaterThan(0.2);
    await meter(true);
    await expect.poll(() => member.progress.phase).toBe('held');
    const sent = member.sentCount;
    await sleep(300);
    expect(member.sentCount).toBe(sent);
    member.device.proxy.line = CLEAN_LINE;
    await meter(false);
    await expect.poll(() => member.isVerified(key)).toBe(true);
    expect(member.progress.phase).not.toBe('held');
  });
});

describe('when something is wrong', () => {
  it('a cut is told and the next exchange of records starts it again', async () => {
    const key = await member.keep(2);
    await member.addExpense(key);
    member.device.proxy.line = { ...CLEAN_LINE, brokenPercent: 100 };
    await member.say('upToDate');
    await expect.poll(() => member.progress).toMatchObject({ phase: 'waiting', lastError: 'network.offline' });
    member.device.proxy.line = CLEAN_LINE;
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(key)).toBe(true);
  });

  it('a session that ended waits for the person to sign in', async () => {
    const key = await member.keep(1);
    await member.addExpense(key);
    await member.device.client.fetch('/api/session', { method: 'DELETE' });
    await member.say('upToDate');
    await expect.poll(() => member.progress.phase).toBe('signIn');
    const asked = member.device.requests.length;
    await sleep(300);
    expect(member.device.requests.length).toBe(asked);
    await receipts.signInAgain(member.device);
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(key)).toBe(true);
  });

  it('a part the server refuses leaves the receipt here and lets the next one go', async () => {
    const bytes = someBytes(CHUNK_BYTES + 600, 55);
    const oversize = { sha256: hashBytes(bytes), sizeBytes: bytes.length };
    const [first = '', second = ''] = chunkIds(oversize.sha256, oversize.sizeBytes);
    await writeChunks(member.device.vault.database, [
      { id: first, bytes: bytes.subarray(0, CHUNK_BYTES + 500) },
      { id: second, bytes: bytes.subarray(CHUNK_BYTES + 500) },
    ]);
    await noteKept(member.store.parts.facts, KEPT_AT, oversize, receipts.database);
    await member.addExpense(oversize);
    const good = await member.keep(1);
    await member.addExpense(good);
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(good)).toBe(true);
    expect(await member.factOf(oversize)).toMatchObject({ problem: 'record.forbidden', verifiedAt: '' });
    expect((await member.device.vault.get(oversize)).ok).toBe(true);
  });
});

describe('releasing', () => {
  const releaseAll = async () =>
    release(member.store, await listReceiptFacts(member.store.parts.facts), member.device.fetch);

  it('takes bytes off the device, and they come back when the receipt is opened', async () => {
    const key = await member.keep(2);
    await member.addExpense(key);
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(key)).toBe(true);
    const bytes = unwrap(await member.device.vault.get(key));
    expect(await releaseAll()).toEqual({ ok: true, value: { count: 1, bytes: key.sizeBytes } });
    expect(await member.device.vault.get(key)).toMatchObject({ error: { code: 'record.notFound' } });
    expect(await member.factOf(key)).toMatchObject({ isReleased: true });
    const back = unwrap(await fetchReceipt(member.device.vault, member.device.remote, key, watchTransfer()));
    expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
    // Attached again from a file it is whole as well.
    unwrap(await member.device.vault.remove(key));
    unwrap(await member.device.vault.put(bytes));
    expect((await member.device.vault.get(key)).ok).toBe(true);
  });

  it('keeps what the server does not hold, whatever was noted before', async () => {
    const key = await member.keep(2);
    await member.addExpense(key);
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(key)).toBe(true);
    receipts.takeAway(chunkIds(key.sha256, key.sizeBytes)[1] ?? '');
    expect(await releaseAll()).toEqual({ ok: true, value: { count: 0, bytes: 0 } });
    expect((await member.device.vault.get(key)).ok).toBe(true);
    expect(await member.factOf(key)).toMatchObject({ isReleased: false, problem: 'receipt.notOnServer' });
  });

  it('does nothing without the server', async () => {
    const key = await member.keep(1);
    await member.addExpense(key);
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(key)).toBe(true);
    member.device.proxy.line = { ...CLEAN_LINE, brokenPercent: 100 };
    expect(await releaseAll()).toMatchObject({ error: { code: 'network.offline' } });
    expect((await member.device.vault.get(key)).ok).toBe(true);
  });

  it('happens by itself only when the space is short', async () => {
    const usage = { usage: 50, quota: 100 };
    Object.defineProperty(navigator, 'storage', { value: { estimate: () => usage }, configurable: true });
    onTestFinished(() => {
      Reflect.deleteProperty(navigator, 'storage');
    });
    const sent = await member.keep(1);
    await member.addExpense(sent);
    const kept = await member.keep(1);
    await member.say('upToDate');
    await expect.poll(() => member.isVerified(sent)).toBe(true);
    await member.say('upToDate');
    await sleep(200);
    expect(await member.factOf(sent)).toMatchObject({ isReleased: false });
    usage.usage = 81;
    await member.say('upToDate');
    await expect.poll(async () => (await member.factOf(sent))?.isReleased).toBe(true);
    // What no server was seen to hold stays, however short the space.
    expect(await member.factOf(kept)).toMatchObject({ isReleased: false });
    expect((await member.device.vault.get(kept)).ok).toBe(true);
  });
});
