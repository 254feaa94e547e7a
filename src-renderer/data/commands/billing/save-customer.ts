import { findCustomerFaults } from '../../../../shared/billing/check-customer.ts';
import { cleanCustomer } from '../../../../shared/billing/clean-customer.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import type { CustomerBody } from '../../../../shared/records/customer.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { localToday } from '../../local-today.ts';

/**
 * Creates a customer, or changes `before`. Errors: the first of {@link findCustomerFaults} with its `field`, those of a
 * write.
 */
export async function saveCustomer(
  store: BookStore,
  typed: CustomerBody,
  before?: RecordOf<'customer'>,
): Promise<Result<RecordOf<'customer'>>> {
  const { account, context } = store.parts;
  if (account.activityId === null) return fail(appError('record.forbidden', 'this account has no activity'));
  const body = cleanCustomer(typed);
  const [fault] = findCustomerFaults(body);
  if (fault !== undefined) return fail(appError(fault.code, `customer: ${fault.field}`, { field: fault.field }));
  const after =
    before === undefined
      ? createRecord(context, {
          type: 'customer',
          activityId: account.activityId,
          date: localToday(new Date(context.clock())),
          status: 'active',
          body,
        })
      : reviseRecord(context, before, { body });
  const done = await store.write('customerSaved', [{ before, after }]);
  return done.ok ? ok(after) : done;
}

/** Takes a customer out of the list; its invoices stay. */
export async function voidCustomer(store: BookStore, customer: RecordOf<'customer'>): Promise<Result<void>> {
  const after = reviseRecord(store.parts.context, customer, { status: 'voided' });
  return store.write('customerVoided', [{ before: customer, after }]);
}
