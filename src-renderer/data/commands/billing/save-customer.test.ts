import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { BookStore } from '../../book-store.ts';
import { until } from '../../testing/fresh-store.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import { saveCustomer, voidCustomer } from './save-customer.ts';

const opened: BookStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(): Promise<BookStore> {
  const store = await openTestStore(() => '2026-03-10T09:00:00.000Z');
  opened.push(store);
  return store;
}

const address = { lines: ['1 rue Haute'], postalCode: '59000', city: 'Lille', country: 'FR' };

describe('saveCustomer and voidCustomer', () => {
  it('creates, changes, removes, and takes the removal back', async () => {
    const store = await open();
    const created = unwrap(await saveCustomer(store, { name: 'Lin', kind: 'business', siren: '552 049 447', address }));
    expect(created.body.siren).toBe('552049447');
    const changed = unwrap(await saveCustomer(store, { ...created.body, email: 'a@lin.fr' }, created));
    expect(changed.id).toBe(created.id);
    unwrap(await voidCustomer(store, changed));
    await until(() => store.book.list('customer')[0]?.status === 'voided');
    expect(unwrap(await store.undo())).toBe('customerVoided');
    await until(() => store.book.list('customer')[0]?.status === 'active');
    expect(store.book.list('customer')[0]?.body.email).toBe('a@lin.fr');
  });

  it('names the field that keeps it from being saved and writes nothing', async () => {
    const store = await open();
    expect(await saveCustomer(store, { name: 'Lin', kind: 'business', siren: '552049448', address })).toMatchObject({
      error: { code: 'customer.sirenInvalid', details: { field: 'siren' } },
    });
    expect(store.book.list('customer')).toEqual([]);
  });

  it('does not overwrite what another window saved meanwhile', async () => {
    const store = await open();
    const first = unwrap(await saveCustomer(store, { name: 'Lin', kind: 'business', address }));
    unwrap(await saveCustomer(store, { ...first.body, phone: '1' }, first));
    expect(await saveCustomer(store, { ...first.body, phone: '2' }, first)).toMatchObject({
      error: { code: 'store.writeFailed', details: { changedElsewhere: true } },
    });
  });
});
