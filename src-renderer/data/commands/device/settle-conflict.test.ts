import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { buildConflictCopy } from '../../conflicts/conflict-copy.ts';
import { bringIn, openFreshStore, until } from '../../testing/fresh-store.ts';
import { sendAgain } from './send-again.ts';
import { readKeptVersion } from '../../conflicts/conflict-copy.ts';
import { planTaking, settleConflict } from './settle-conflict.ts';

let store: BookStore;
afterEach(() => store.close());

function makeCustomer(name: string, phone: string): RecordOf<'customer'> {
  const { context, account } = store.parts;
  const address = { lines: [], postalCode: '29300', city: 'Quimperlé', country: 'FR' };
  const { activityId } = account;
  return createRecord(context, {
    type: 'customer',
    activityId: activityId ?? '',
    date: '2026-03-01',
    status: 'active',
    body: { name, kind: 'public', address, phone },
  });
}

async function openConflict(): Promise<{ current: AnyRecord; copy: RecordOf<'conflictCopy'> }> {
  store = await openFreshStore();
  const { context } = store.parts;
  const first = makeCustomer('Mairie', '02 98 00 00 00');
  const lost = reviseRecord(context, first, { body: { ...first.body, name: 'Mairie de Scaër', phone: '1' } });
  const current = reviseRecord(context, first, { body: { ...first.body, name: 'Ville de Scaër', note: 'le matin' } });
  const copy = buildConflictCopy(context, lost, ['name'], 'clash');
  await bringIn(store, [current, copy]);
  const here = store.book.get(copy.id);
  if (here === undefined) throw new Error('no copy');
  return { current, copy: here as RecordOf<'conflictCopy'> };
}

describe('settleConflict', () => {
  it('keeps what is in place and closes the copy', async () => {
    const { current, copy } = await openConflict();
    expect(await settleConflict(store, copy, 'keep')).toEqual({ ok: true, value: undefined });
    await until(() => store.book.get(copy.id)?.status === 'settled');
    expect(store.book.get(current.id)?.edits).toEqual(current.edits);
  });

  it('takes the clashing members of the kept version and leaves the others', async () => {
    const { current, copy } = await openConflict();
    expect((await settleConflict(store, copy, 'take')).ok).toBe(true);
    await until(() => store.book.get(copy.id)?.status === 'settled');
    const body = store.book.get(current.id)?.body;
    expect([body?.['name'], body?.['phone'], body?.['note']]).toEqual([
      'Mairie de Scaër',
      '02 98 00 00 00',
      'le matin',
    ]);
    expect(store.book.get(current.id)?.edits.slice(1)).toEqual(current.edits);
    expect((await store.undo()).ok).toBe(true);
    await until(() => store.book.get(copy.id)?.status === 'open');
    expect(store.book.get(current.id)?.body['name']).toBe('Ville de Scaër');
  });

  it('writes nothing over a record that says the same by now', async () => {
    const { current, copy } = await openConflict();
    const { context } = store.parts;
    const same = reviseRecord(context, current, { body: { ...current.body, name: 'Mairie de Scaër' } });
    expect((await store.write('customerSaved', [{ before: current, after: same }])).ok).toBe(true);
    await until(() => store.book.get(current.id)?.edits[0] === same.edits[0]);
    expect((await settleConflict(store, copy, 'take')).ok).toBe(true);
    await until(() => store.book.get(copy.id)?.status === 'settled');
    expect(store.book.get(current.id)?.edits).toEqual(same.edits);
  });

  it('does not take a version into a document that is final', async () => {
    store = await openFreshStore();
    const { context } = store.parts;
    const body = { invoiceId: 'invoice:1', amountCents: 500, currency: 'EUR', method: 'cash' } as const;
    const payment = createRecord(context, {
      type: 'payment',
      activityId: 'A1',
      date: '2026-03-01',
      status: 'recorded',
      body,
    });
    const lost = { ...payment, edits: ['X'], body: { ...body, amountCents: 600 } };
    const copy = buildConflictCopy(context, lost, [], 'bothFinal');
    await bringIn(store, [payment, copy]);
    const done = await settleConflict(store, copy, 'take');
    expect(done.ok ? '' : done.error.code).toBe('record.final');
    expect(store.book.get(copy.id)?.status).toBe('open');
  });

  it('says when the record in place is not there', async () => {
    store = await openFreshStore();
    const copy = buildConflictCopy(store.parts.context, makeCustomer('Mairie', ''), ['name'], 'clash');
    await bringIn(store, [copy]);
    const done = await settleConflict(store, copy, 'take');
    expect(done.ok ? '' : done.error.code).toBe('record.notFound');
  });
});

describe('planTaking', () => {
  it('removes a member the kept version does not have, and moves the date', async () => {
    const { current, copy } = await openConflict();
    const kept = readKeptVersion(copy);
    if (kept === undefined) throw new Error('no version');
    const change = planTaking({ ...current, date: '2026-04-01' }, kept, ['note', 'date']);
    expect(change.ok && change.value.date).toBe('2026-03-01');
    expect(change.ok && Object.keys(change.value.body ?? {})).not.toContain('note');
  });
});

describe('sendAgain', () => {
  it('writes the same content with a fresh edit', async () => {
    store = await openFreshStore();
    const customer = makeCustomer('Mairie', '');
    await bringIn(store, [customer]);
    expect((await sendAgain(store, customer.id)).ok).toBe(true);
    await until(() => store.book.get(customer.id)?.edits.length === 2);
    const sent = store.book.get(customer.id);
    expect([sent?.edits[1], sent?.body, sent?.isPending]).toEqual([customer.edits[0], customer.body, true]);
    const early = { ...makeCustomer('Atelier', ''), createdAt: '1970-01-01T00:00:07.000Z' };
    await bringIn(store, [early]);
    expect((await sendAgain(store, early.id)).ok).toBe(true);
    await until(() => store.book.get(early.id)?.edits.length === 2);
    expect(store.book.get(early.id)?.createdAt).toBe(store.book.get(early.id)?.updatedAt);
    const missing = await sendAgain(store, 'customer:none');
    expect(missing.ok ? '' : missing.error.code).toBe('record.notFound');
  });
});
