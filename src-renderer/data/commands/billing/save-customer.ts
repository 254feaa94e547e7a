import { findCustomerFaults } from '../../../../shared/billing/check-customer.ts';
import { cleanCustomer } from '../../../../shared/billing/clean-customer.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { CustomerBody } from '../../../../shared/records/customer.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../book-store.ts';
import { saveOne, voidOne } from '../../write-one.ts';

type Customer = RecordOf<'customer'>;

/** Creates a customer, or changes the one `seen`. Errors: the first of {@link findCustomerFaults} with its `field`, those of a write. */
export async function saveCustomer(store: BookStore, typed: CustomerBody, seen?: Customer): Promise<Result<Customer>> {
  const body = cleanCustomer(typed);
  const [fault] = findCustomerFaults(body);
  if (fault !== undefined) return fail(appError(fault.code, `customer: ${fault.field}`, { field: fault.field }));
  return saveOne(store, 'customerSaved', seen, { type: 'customer', status: 'active', body });
}

/** Takes a customer out of the list; its invoices stay. Errors: those of a write. */
export function voidCustomer(store: BookStore, seen: Customer): Promise<Result<Customer>> {
  return voidOne(store, 'customerVoided', seen);
}
