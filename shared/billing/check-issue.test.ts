import { describe, expect, it } from 'vitest';
import type { CustomerBody } from '../records/customer.ts';
import type { InvoiceBody } from '../records/invoice.ts';
import { makeInvoice } from './billing.test-support.ts';
import type { IssueFacts } from './check-issue.ts';
import { findIssueFaults, isBlankLine } from './check-issue.ts';
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

describe('what is allowed at the edge', () => {
  it('an issue today, due at once, of nothing to pay', () => {
    expect(codes({ dueDate: '2026-03-10' }, { grossCents: 0 })).toEqual([]);
  });

  it('no VAT number where nobody asks for one, or where there is no customer yet', () => {
    const exempt = [{ ...line, vatRatePpm: 0 }];
    expect(codes({ customer: undefined }, { lines: exempt, vatExemption: 'euGoods' })).toEqual([
      'billing.customerMissing',
    ]);
    expect(codes({}, { lines: [line], vatExemption: 'euGoods' })).toEqual([]);
    expect(codes({ customer: { ...customer, vatNumber: '' } }, { lines: exempt, vatExemption: 'euGoods' })).toEqual([
      'billing.customerVatNumberMissing',
    ]);
    // One line without VAT among others needs its reason as well.
    expect(codes({}, { lines: [line, ...exempt] })).toEqual(['billing.exemptionMissing']);
  });

  it('a blank line is no line: it fills no invoice and needs no reason for its VAT', () => {
    const blank = { ...line, description: ' ', unitPrice: '0', vatRatePpm: 0 };
    expect(codes({}, { lines: [blank] })).toEqual(['billing.emptyInvoice']);
    expect(codes({}, { lines: [line, blank] })).toEqual([]);
  });

  it('the words name the customer without a VAT number', () => {
    const body = makeInvoice({ lines: [{ ...line, vatRatePpm: 0 }], vatExemption: 'euService' }).body;
    const facts = { body, dueDate: '2026-04-09', customer, issueDate: '2026-03-10', today: '2026-03-10' };
    expect(findIssueFaults(facts)).toMatchObject([{ details: { name: 'Mairie' } }]);
  });

  it('the words name the line, counted from one, the day and the customer', () => {
    const old = { ...line, description: ' ', vatRatePpm: 196_000 };
    const faults = findIssueFaults({
      body: makeInvoice({ lines: [line, old], grossCents: 1200 }).body,
      dueDate: '2026-04-09',
      customer: { ...customer, address: { ...customer.address, city: ' ' } },
      issueDate: '2026-03-10',
      today: '2026-03-10',
    });
    expect(faults.map(({ code, details }) => [code, details])).toEqual([
      ['billing.customerAddressMissing', { name: 'Mairie' }],
      ['billing.lineIncomplete', { line: 2 }],
      ['billing.vatRateNotInForce', { line: 2, date: '2026-03-10' }],
    ]);
  });

  it.each(['0', '-0', '0.', '0.00', '-0.000'])('a line without words for %s is left out', (unitPrice) => {
    expect(isBlankLine({ ...line, description: ' ', unitPrice })).toBe(true);
    expect(isBlankLine({ ...line, unitPrice })).toBe(false);
  });

  it.each(['0.01', '-0.1', '10', '100', '1.0', '0.001'])('a line of %s without words is not', (unitPrice) => {
    expect(isBlankLine({ ...line, description: '', unitPrice })).toBe(false);
  });
});

describe('vatRatesOn', () => {
  it.each([
    ['2011-12-31', [196_000, 55_000, 21_000, 0]],
    ['2012-01-01', [196_000, 70_000, 55_000, 21_000, 0]],
    ['2000-03-31', [55_000, 21_000, 0]],
    ['2000-04-01', [196_000, 55_000, 21_000, 0]],
    ['1986-06-30', [55_000, 0]],
    ['1982-06-30', [0]],
  ])('on %s', (date, rates) => {
    expect(vatRatesOn(date)).toEqual(rates);
  });

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
