import { paymentTermsDays } from '../../../../shared/billing/due-date.ts';
import type { CustomerBody } from '../../../../shared/records/customer.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../../data/book-store.ts';
import { readCooperative } from '../../../data/read-cooperative.ts';

/** The customer of an id while it may be invoiced. */
export function findCustomer(store: BookStore, id: string): CustomerBody | undefined {
  const record = id === '' ? undefined : store.book.get(id);
  return record !== undefined && isOfType(record, 'customer') && record.status === 'active' ? record.body : undefined;
}

/** Days this customer has to pay. */
export function termsDaysOf(store: BookStore, customerId: string): number {
  return paymentTermsDays({
    customerTermsDays: findCustomer(store, customerId)?.paymentTermsDays,
    cooperativeTermsDays: readCooperative(store)?.body.paymentTermsDays,
  });
}
