import type { ErrorCode } from '../core/errors.ts';
import type { CustomerBody } from '../records/customer.ts';
import { parseSiren } from './siren.ts';
import { parseVatNumber } from './vat-number.ts';

/** A field of a customer that does not fit, with the error code that says why. */
export interface CustomerFault {
  readonly field: 'name' | 'siren' | 'vatNumber' | 'email' | 'paymentTermsDays';
  readonly code: ErrorCode;
}

/** What keeps a customer from being saved; empty when it may be. Optional members may be missing, never wrong. */
export function findCustomerFaults(body: CustomerBody): CustomerFault[] {
  const faults: CustomerFault[] = [];
  if (body.name.trim() === '') faults.push({ field: 'name', code: 'customer.nameMissing' });
  if (isGiven(body.siren) && parseSiren(body.siren) !== body.siren) {
    faults.push({ field: 'siren', code: 'customer.sirenInvalid' });
  }
  if (isGiven(body.vatNumber) && parseVatNumber(body.vatNumber) !== body.vatNumber) {
    faults.push({ field: 'vatNumber', code: 'customer.vatNumberInvalid' });
  }
  if (isGiven(body.email) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(body.email)) {
    faults.push({ field: 'email', code: 'customer.emailInvalid' });
  }
  const terms = body.paymentTermsDays;
  if (terms !== undefined && !(Number.isInteger(terms) && terms >= 0 && terms <= 120)) {
    faults.push({ field: 'paymentTermsDays', code: 'customer.termsInvalid' });
  }
  return faults;
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
