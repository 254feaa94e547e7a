import { paymentTermsDays } from '../../../../shared/billing/due-date.ts';
import type { CooperativeSettingsBody } from '../../../../shared/records/cooperative-settings.ts';
import type { CustomerBody } from '../../../../shared/records/customer.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../../data/book-store.ts';

/** The customer of an id while it may be invoiced. */
export function findCustomer(store: BookStore, id: string): CustomerBody | undefined {
  const record = id === '' ? undefined : store.book.get(id);
  return record !== undefined && isOfType(record, 'customer') && record.status === 'active' ? record.body : undefined;
}

export function findCooperative(store: BookStore): CooperativeSettingsBody | undefined {
  return store
    .image('commons')
    .list('cooperativeSettings')
    .findLast((record) => record.status === 'active')?.body;
}

/** Days this customer has to pay. */
export function termsDaysOf(store: BookStore, customerId: string): number {
  return paymentTermsDays({
    customerTermsDays: findCustomer(store, customerId)?.paymentTermsDays,
    cooperativeTermsDays: findCooperative(store)?.paymentTermsDays,
  });
}
