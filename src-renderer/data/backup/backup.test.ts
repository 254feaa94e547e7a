import 'fake-indexeddb/auto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccountInfo } from '../../../shared/access/account-info.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../shared/records/write-record.ts';
import { makeOfUnknownType } from '../../../shared/testing/newer-records.ts';
import { saveBackup } from './backup.ts';
import { LinePacker } from './backup-lines.ts';
import { checkBackup } from './backup-read.ts';
import { restoreBackup } from './backup-restore.ts';
import type { OriginOptions } from './backup-seal.ts';
import { importSealKey, makeSeal } from './backup-seal.ts';
import type { BookStore } from '../book-store.ts';
import { listSetAside, setAside } from '../commands/device/set-aside.ts';
import { findSealKey, saveSealKey } from './seal-keys.ts';
import { openStore } from '../open-store.ts';
import { readByIds, writeRecords } from '../storage-access.ts';

const opened: BookStore[] = [];
const sealKey = await importSealKey('key-1', new Uint8Array(32).fill(7));
let personCount = 0;

function makeAccount(name?: string): AccountInfo {
  personCount += 1;
  return {
    account: name ?? `person-${String(personCount)}`,
    displayName: 'Awa Diallo',
    role: 'member',
    activityId: 'A1',
    databases: { book: 'book-a1', commons: 'commons' },
    device: { id: 'D1', prefix: 'AB1' },
    cooperative: 'C',
    isDemo: false,
  };
}

async function open(account: AccountInfo): Promise<BookStore> {
  const store = await openStore(account);
  opened.push(store);
  return store;
}

/** Once everything is read: a store that goes away while it is read fails in the background. */
async function loaded(store: BookStore): Promise<void> {
  const images = Object.values(store.parts.images);
  await expect.poll(() => images.every((image) => image.isComplete)).toBe(true);
}

/** Another device of the same person: same account, empty store. */
async function openElsewhere(store: BookStore): Promise<BookStore> {
  opened.splice(opened.indexOf(store), 1);
  await loaded(store);
  for (const image of Object.values(store.parts.images)) image.close();
  await store.parts.database.remove();
  return open(store.parts.account);
}

function entry(store: BookStore, label: string, amountCents = 1200): RecordOf<'ledgerEntry'> {
  return createRecord(store.parts.context, {
    type: 'ledgerEntry',
    activityId: 'A1',
    date: '2026-03-01',
    status: 'active',
    body: { label, category: 'sale', amountCents, currency: 'EUR', vatRatePpm: 200_000, vatCents: 200 },
  });
}

function bookOf(store: BookStore) {
  const { book } = store.parts.collections;
  if (book === undefined) throw new Error('no book');
  return book;
}

async function readAll(store: BookStore): Promise<AnyRecord[]> {
  const found = await bookOf(store).find().exec();
  return found.map((document) => document.toJSON() as AnyRecord);
}

async function put(store: BookStore, before: AnyRecord | undefined, after: AnyRecord): Promise<void> {
  expect(await writeRecords(bookOf(store), [{ before, after }])).toEqual({ ok: true, value: undefined });
}

async function putMany(store: BookStore, count: number): Promise<void> {
  const writes = Array.from({ length: count }, (_, index) => ({
    before: undefined,
    after: entry(store, `vente ${String(index)}`),
  }));
  expect((await writeRecords(bookOf(store), writes)).ok).toBe(true);
}

async function save(store: BookStore) {
  const saved = await saveBackup(store, { sealKey });
  if (!saved.ok) throw new Error(saved.error.code);
  const checked = await checkBackup(saved.value.file);
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value;
}

/** The file with its lines changed and its sum made right again, as somebody with the format would. */
async function rewrite(file: Blob, change: (line: string) => string, seal: 'keep' | 'drop'): Promise<Blob> {
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const lines = text.trimEnd().split('\n');
  const end = JSON.parse(lines.pop() ?? '') as Record<string, unknown>;
  const body = lines.map((line) => `${change(line)}\n`).join('');
  const { seal: mark, ...rest } = { ...end, sha256: bytesToHex(sha256(utf8ToBytes(body))) } as Record<string, unknown>;
  const packer = new LinePacker();
  await packer.add(`${body}${JSON.stringify(seal === 'keep' ? { ...rest, seal: mark } : rest)}\n`);
  return packer.finish();
}

afterEach(async () => {
  for (const store of opened.splice(0)) {
    await loaded(store);
    await store.close();
  }
});

describe('saveBackup and restoreBackup', () => {
  it('brings back what was set aside, there and not into the book', async () => {
    const store = await open(makeAccount());
    const [refused, sold] = [entry(store, 'mois clos'), entry(store, 'vente')];
    await put(store, undefined, refused);
    await put(store, undefined, sold);
    expect((await setAside(store, refused.id)).ok).toBe(true);
    const backup = await save(store);
    expect(backup.recordCount).toBe(2);
    const other = await openElsewhere(store);
    const restored = await restoreBackup(other, backup, { sealKey });
    expect(restored).toMatchObject({ value: { added: 2 } });
    expect((await readAll(other)).map(({ id }) => id)).toEqual([sold.id]);
    const { facts } = other.parts;
    expect(await listSetAside(facts)).toMatchObject([{ record: { id: refused.id, body: refused.body } }]);
    await restoreBackup(other, backup, { sealKey });
    expect(await listSetAside(facts)).toHaveLength(1);
  });

  it('brings back what was set aside although only a newer Sillon knows it', async () => {
    const store = await open(makeAccount());
    const later = makeOfUnknownType(store.parts.context);
    await put(store, undefined, later);
    expect((await setAside(store, later.id)).ok).toBe(true);
    const backup = await save(store);
    const other = await openElsewhere(store);
    expect(await restoreBackup(other, backup, { sealKey })).toMatchObject({ value: { added: 1, leftOut: 0 } });
    expect(await listSetAside(other.parts.facts)).toMatchObject([{ record: { id: later.id, body: later.body } }]);
  });

  it('brings every record to an empty device, what waits to be sent still waiting', async () => {
    const first = await open(makeAccount());
    const sent = { ...entry(first, 'envoyée'), rev: '2-abc' };
    expect((await writeRecords(bookOf(first), [{ before: undefined, after: sent }], 'asGiven')).ok).toBe(true);
    await putMany(first, 620);
    const before = new Map((await readAll(first)).map((record) => [record.id, record]));
    const backup = await save(first);
    expect(backup.recordCount).toBe(621);
    const second = await openElsewhere(first);
    const shares: number[] = [];
    const done = await restoreBackup(second, backup, { sealKey, onProgress: (share) => shares.push(share) });
    expect(done).toEqual({
      ok: true,
      value: { added: 621, updated: 0, kept: 0, copied: 0, leftOut: 0, fromServer: 0 },
    });
    expect(shares.at(-1)).toBe(1);
    const after = new Map((await readAll(second)).map((record) => [record.id, record]));
    expect(after).toEqual(before);
    expect(after.get(sent.id)?.isPending).toBe(false);
  });

  it('changes nothing the second time', async () => {
    const store = await open(makeAccount());
    await put(store, undefined, entry(store, 'vente'));
    const backup = await save(store);
    const done = await restoreBackup(store, backup, { sealKey });
    expect(done).toEqual({ ok: true, value: { added: 0, updated: 0, kept: 1, copied: 0, leftOut: 0, fromServer: 0 } });
  });

  it('keeps a later version, takes one that descends from the store, and keeps both sides of a fork', async () => {
    const store = await open(makeAccount());
    const { context } = store.parts;
    const [later, older, forked] = [entry(store, 'a'), entry(store, 'b'), entry(store, 'c')];
    const olderNext = reviseRecord(context, older, { body: { ...older.body, label: 'b2' } });
    const forkedThere = reviseRecord(context, forked, { body: { ...forked.body, label: 'c là-bas' } });
    for (const record of [later, olderNext, forkedThere]) await put(store, undefined, record);
    const backup = await save(store);
    const here = await openElsewhere(store);
    const laterNext = reviseRecord(context, later, { body: { ...later.body, label: 'a2' } });
    const forkedHere = reviseRecord(context, forked, { body: { ...forked.body, label: 'c ici', amountCents: 5 } });
    for (const record of [laterNext, older, forkedHere]) await put(here, undefined, record);

    const done = await restoreBackup(here, backup, { sealKey });
    expect(done).toEqual({ ok: true, value: { added: 0, updated: 1, kept: 1, copied: 1, leftOut: 0, fromServer: 0 } });
    const found = await readByIds(bookOf(here), [later.id, older.id, forked.id]);
    expect([later, older, forked].map(({ id }) => found.get(id)?.body['label'])).toEqual(['a2', 'b2', 'c ici']);
    const copies = (await readAll(here)).filter((record) => record.type === 'conflictCopy');
    expect(copies.map((copy) => [copy.status, copy.body['recordId'], copy.body['fields'], copy.isPending])).toEqual([
      ['open', forked.id, ['amountCents', 'label'], true],
    ]);
    // The same file again: the copy is there already.
    expect((await restoreBackup(here, backup, { sealKey })).ok).toBe(true);
    expect((await readAll(here)).filter((record) => record.type === 'conflictCopy')).toHaveLength(1);
  });

  it('refuses the file of another person and of the demonstration, and changes nothing', async () => {
    const store = await open(makeAccount('awa.diallo'));
    await put(store, undefined, entry(store, 'vente'));
    const backup = await save(store);
    const other = await open(makeAccount('marc.petit'));
    const demo = await open({ ...makeAccount('awa.diallo'), isDemo: true });
    for (const target of [other, demo]) {
      const done = await restoreBackup(target, backup, { sealKey });
      expect(done.ok ? '' : done.error.code).toBe('backup.otherPerson');
      expect(await readAll(target)).toEqual([]);
    }
  });

  it('takes a file of its own account, nothing of one that was changed, and asks about one it cannot check', async () => {
    const store = await open(makeAccount());
    const sale = entry(store, 'vente', 1200);
    await put(store, undefined, sale);
    const { file } = await save(store);
    const here = await openElsewhere(store);
    const restore = async (blob: Blob, known: OriginOptions): Promise<string> => {
      const checked = await checkBackup(blob);
      if (!checked.ok) return checked.error.code;
      const done = await restoreBackup(here, checked.value, known);
      return done.ok ? `added ${String(done.value.added)}` : done.error.code;
    };
    const forged = await rewrite(file, (line) => line.replaceAll('1200', '9900'), 'keep');
    const stripped = await rewrite(file, (line) => line.replaceAll('1200', '9900'), 'drop');
    const otherKey = await importSealKey('key-2', new Uint8Array(32).fill(8));
    expect(await restore(forged, { sealKey })).toBe('backup.changed');
    expect(await restore(forged, { sealKey, isConfirmed: true })).toBe('backup.changed');
    expect(await restore(stripped, { sealKey })).toBe('backup.unsealed');
    expect(await restore(file, { sealKey: otherKey })).toBe('backup.unsealed');
    expect(await restore(file, {})).toBe('backup.unsealed');
    expect(await readAll(here)).toEqual([]);
    expect(await restore(file, { sealKey })).toBe('added 1');
    // Vouched for, it still replaces nothing that stands here.
    expect(await restore(stripped, { sealKey, isConfirmed: true })).toBe('added 0');
    expect((await readAll(here)).map(({ body }) => body['amountCents'])).toEqual([1200]);
  });

  it('adds of a file without a seal this device’s own work, which waits for the server', async () => {
    const store = await open(makeAccount());
    const { context } = store.parts;
    const sale = entry(store, 'vente');
    const next = { ...reviseRecord(context, sale, { body: { ...sale.body, label: 'b' } }), rev: '7-abc' };
    expect((await writeRecords(bookOf(store), [{ before: undefined, after: next }], 'asGiven')).ok).toBe(true);
    const saved = await saveBackup(store);
    const checked = saved.ok ? await checkBackup(saved.value.file) : saved;
    if (!checked.ok) throw new Error(checked.error.code);
    const here = await openElsewhere(store);
    expect((await restoreBackup(here, checked.value, { isConfirmed: true })).ok).toBe(true);
    const [found] = await readAll(here);
    expect(found).toMatchObject({ body: next.body, createdAt: next.createdAt, rev: '', isPending: true });
    expect(found?.edits).toEqual([next.edits[0]]);
    expect(found?.updatedBy).toEqual(here.parts.context.author);
  });

  it('brings no settings, and counts them', async () => {
    const store = await open(makeAccount());
    const sale = entry(store, 'vente');
    const settings = { ...sale, id: 'activitySettings:A1', type: 'activitySettings', body: { iban: 'FR76' } };
    expect((await writeRecords(bookOf(store), [{ before: undefined, after: settings }], 'asGiven')).ok).toBe(true);
    const backup = await save(store);
    const here = await openElsewhere(store);
    const done = await restoreBackup(here, backup, { sealKey });
    expect(done.ok ? done.value : done.error).toMatchObject({ added: 0, fromServer: 1 });
    expect(await readAll(here)).toEqual([]);
  });

  it('seals with a key that cannot be read back and comes out of the device’s store as it went in', async () => {
    await saveSealKey('coop:awa.diallo', sealKey);
    const found = await findSealKey('coop:awa.diallo');
    if (found === undefined) throw new Error('no key');
    expect(found.key.extractable).toBe(false);
    expect(await makeSeal(found, 'sum')).toEqual(await makeSeal(sealKey, 'sum'));
    expect(await findSealKey('demo:awa.diallo')).toBeUndefined();
  });

  it('refuses a file that was cut off, and other files', async () => {
    const store = await open(makeAccount());
    await put(store, undefined, entry(store, 'vente'));
    const { file } = await save(store);
    for (const bad of [
      file.slice(0, file.size - 20),
      new Blob(['date;montant\n']),
      new Blob([]),
      new Blob([new Uint8Array([0x1f, 0x8b, 1])]),
    ]) {
      const checked = await checkBackup(bad);
      expect(checked.ok ? '' : checked.error.code).toBe('backup.unreadable');
    }
  });

  it('stops when asked, and going on later adds the rest', async () => {
    const store = await open(makeAccount());
    await putMany(store, 600);
    const backup = await save(store);
    const here = await openElsewhere(store);
    const stop = new AbortController();
    const options = {
      sealKey,
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    };
    const stopped = await restoreBackup(here, backup, options);
    expect(stopped.ok ? '' : stopped.error.code).toBe('desktop.cancelled');
    const partCount = (await readAll(here)).length;
    expect(partCount).toBeGreaterThan(0);
    expect(partCount).toBeLessThan(600);
    const done = await restoreBackup(here, backup, { sealKey });
    expect(done.ok ? done.value.added : 0).toBe(600 - partCount);
    const saved = await saveBackup(here, options);
    expect(saved.ok ? '' : saved.error.code).toBe('desktop.cancelled');
  });
});
