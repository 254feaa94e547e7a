import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { CustomerBody } from '../records/customer.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { findIssueFaults } from './check-issue.ts';
import { isNumberOf } from './number-series.ts';

/** What an issued invoice must say of the cooperative. */
export interface Seller {
  readonly siren: string;
  /** Its bank account and those it had before: a device that was offline may still print one of them. */
  readonly ibans: readonly string[];
}

/**
 * Whether an invoice that becomes issued is one that Sillon issues: a number of a series of its year, parties frozen, the
 * seller being the cooperative with an account of its own, and nothing that {@link findIssueFaults} finds. One document is
 * looked at: numbers given twice, gaps, and whose device a series belongs to are found where the book is known. Errors:
 * `record.invalid` (`path`), those of {@link findIssueFaults}. Invoices issued before pass.
 */
export function checkIssued(
  before: AnyRecord | undefined,
  after: RecordOf<'invoice'>,
  seller: Seller | undefined,
): Result<RecordOf<'invoice'>> {
  if (after.status !== 'issued' || before?.status === 'issued') return ok(after);
  const { body, date } = after;
  if (!isNumberOf(body, date)) return refuse('number');
  if (body.customer === undefined) return refuse('customer');
  if (body.seller === undefined) return refuse('seller');
  const { siren = '', iban = '' } = body.seller;
  if (seller !== undefined && siren !== seller.siren) return refuse('seller.siren');
  if (seller !== undefined && iban !== '' && !seller.ibans.includes(iban)) return refuse('seller.iban');
  const { kind = 'business', name, address, vatNumber } = body.customer;
  const customer: CustomerBody = { name, kind, address, ...(vatNumber === undefined ? {} : { vatNumber }) };
  const facts = { body, dueDate: body.dueDate, customer, issueDate: date, today: date };
  const [fault] = findIssueFaults(facts);
  return fault === undefined ? ok(after) : fail(fault);
}

function refuse(member: string): Result<never> {
  const path = `body.${member}`;
  return fail(appError('record.invalid', `record is not valid at ${path}`, { path }));
}
