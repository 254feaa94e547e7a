import { describe, expect, it } from 'vitest';
import type { CustomerBody } from '../records/customer.ts';
import type { InvoiceBody } from '../records/invoice.ts';
import { makeInvoice } from './billing.test-support.ts';
import { findCustomerFaults } from './check-customer.ts';
import type { IssueFacts } from './check-issue.ts';
import { findIssueFaults } from './check-issue.ts';
import { cleanCustomer } from './clean-customer.ts';
import { dueDateAtIssue, paymentTermsDays } from './due-date.ts';
import { vatRatesOn } from './vat-rates.ts';

const customer: CustomerBody = {
  name: 'Mairie',
  kind: 'public',
  address: { lines: [], postalCode: '59000', city: 'Lille', country: 'FR' },
};
const line = { description: 'x', quantity: '1', unit: '', unitPrice: '10', vatRatePpm: 200_000 };

function codes(change: Partial<Omit<IssueFacts, 'body'>>, body: Partial<InvoiceBody> = {}): string[] {
  const draft = makeInvoice({ lines: [line], grossCents: 1200, ...body }).body;
  const facts = {
    body: draft,
    dueDate: '2026-04-09',
    customer,
    issueDate: '2026-03-10',
    today: '2026-03-10',
    ...change,
  };
  return findIssueFaults(facts).map(({ code }) => code);
}

describe('findIssueFaults', () => {
  it('finds nothing wrong with a whole draft, blank lines left aside', () => {
    const blank = { description: ' ', quantity: '1', unit: '', unitPrice: '0', vatRatePpm: 196_000 };
    expect(codes({}, { lines: [line, blank] })).toEqual([]);
  });

  it('lists everything that is wrong at once', () => {
    expect(codes({ customer: undefined, issueDate: '2026-03-11', dueDate: '2026-03-01' }, { lines: [] })).toEqual([
      'billing.customerMissing',
      'billing.dateInFuture',
      'billing.dueBeforeIssue',
      'billing.emptyInvoice',
    ]);
  });

  it('wants a reason for a line without VAT, and the VAT number where the customer owes the tax', () => {
    const exempt = [{ ...line, vatRatePpm: 0 }];
    expect(codes({}, { lines: exempt })).toEqual(['billing.exemptionMissing']);
    expect(codes({}, { lines: exempt, vatExemption: 'training' })).toEqual([]);
    expect(codes({}, { lines: exempt, vatExemption: 'euService' })).toEqual(['billing.customerVatNumberMissing']);
    const known = { ...customer, vatNumber: 'BE0428759497' };
    expect(codes({ customer: known }, { lines: exempt, vatExemption: 'euService' })).toEqual([]);
  });

  it('wants an address, a description and a rate in force', () => {
    expect(codes({ customer: { ...customer, address: { ...customer.address, city: '' } } })).toEqual([
      'billing.customerAddressMissing',
    ]);
    expect(codes({}, { lines: [{ ...line, description: '' }] })).toEqual(['billing.lineIncomplete']);
    expect(codes({}, { lines: [{ ...line, vatRatePpm: 196_000 }] })).toEqual(['billing.vatRateNotInForce']);
    expect(codes({}, { grossCents: -1 })).toEqual(['billing.negativeTotal']);
  });
});

describe('vatRatesOn', () => {
  it('changes rates on the day the law did', () => {
    expect(vatRatesOn('2013-12-31')).toEqual([196_000, 70_000, 55_000, 21_000, 0]);
    expect(vatRatesOn('2014-01-01')).toEqual([200_000, 100_000, 55_000, 21_000, 0]);
  });
});

describe('due dates', () => {
  it('follows the customer, then the cooperative, then 30 days', () => {
    expect(paymentTermsDays({ customerTermsDays: 0, cooperativeTermsDays: 45 })).toBe(0);
    expect(paymentTermsDays({ customerTermsDays: undefined, cooperativeTermsDays: 45 })).toBe(45);
    expect(paymentTermsDays({ customerTermsDays: undefined, cooperativeTermsDays: undefined })).toBe(30);
  });

  it('moves with the date of issue unless a person chose it', () => {
    const draft = { date: '2026-03-01', dueDate: '2026-03-31' };
    expect(dueDateAtIssue(draft, '2026-03-10', 30)).toBe('2026-04-09');
    expect(dueDateAtIssue(draft, '2026-03-10', 45)).toBe('2026-03-31');
  });
});

describe('customers', () => {
  it('cleans what was typed and leaves out what is empty', () => {
    const typed = { ...customer, name: ' Mairie ', siren: '552 049 447', vatNumber: ' ', email: '', phone: ' 03 20 ' };
    expect(cleanCustomer(typed)).toEqual({ ...customer, siren: '552049447', phone: '03 20' });
  });

  it('names every field that does not fit', () => {
    const wrong = { ...customer, name: '', siren: '552049448', vatNumber: 'FR', email: 'a@b', paymentTermsDays: -1 };
    expect(findCustomerFaults(wrong).map(({ field }) => field)).toEqual([
      'name',
      'siren',
      'vatNumber',
      'email',
      'paymentTermsDays',
    ]);
    expect(findCustomerFaults({ ...customer, siren: '552049447', email: 'a@b.fr' })).toEqual([]);
  });
});
