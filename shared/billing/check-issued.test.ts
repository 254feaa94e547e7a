import { expect, it } from 'vitest';
import type { InvoiceBody } from '../records/invoice.ts';
import { makeInvoice } from './billing.test-support.ts';
import { checkIssued } from './check-issued.ts';

const SELLER = { siren: '303265045', ibans: ['FR7630001007941234567890185', 'FR1420041010050500013M02606'] };
const address = { lines: [], postalCode: '59000', city: 'Lille', country: 'FR' };
const line = { description: 'Atelier', quantity: '1', unit: '', unitPrice: '100', vatRatePpm: 200_000 };

function issued(change: Partial<InvoiceBody> = {}, date = '2026-03-01') {
  return makeInvoice({
    ...{ number: 'F-AB1-2026-0001', series: 'F-AB1-2026', sequence: 1, date, lines: [line] },
    customer: { name: 'Mairie', address },
    seller: { name: 'Coopérative', address, siren: SELLER.siren, iban: SELLER.ibans[1] },
    ...change,
  });
}

it('takes an invoice that Sillon issues, with any account the cooperative had', () => {
  const invoice = issued();
  expect(checkIssued(undefined, invoice, SELLER)).toEqual({ ok: true, value: invoice });
  for (const iban of [undefined, '']) {
    const seller = { name: 'Coopérative', address, siren: SELLER.siren, ...(iban === undefined ? {} : { iban }) };
    expect(checkIssued(undefined, issued({ seller }), SELLER).ok).toBe(true);
  }
});

const other = { name: 'Autre', address, siren: '552049447', iban: 'FR7630001007941234567890185' };

it.each<[string, Partial<InvoiceBody>, string]>([
  ['a number out of its series', { number: 'F-AB1-2026-0002' }, 'body.number'],
  ['a series of another year', { number: 'F-AB1-2025-0001', series: 'F-AB1-2025' }, 'body.number'],
  ['a series with a year that only starts alike', { number: 'F-AB1-20260-0001', series: 'F-AB1-20260' }, 'body.number'],
  ['a series of another form', { number: 'xF-AB1-2026-0001', series: 'xF-AB1-2026' }, 'body.number'],
  ['the number nought', { number: 'F-AB1-2026-0000', sequence: 0 }, 'body.number'],
  ['no customer', { customer: undefined }, 'body.customer'],
  ['no seller', { seller: undefined }, 'body.seller'],
  ['another seller', { seller: other }, 'body.seller.siren'],
  ['a seller without a SIREN', { seller: { name: 'Coopérative', address } }, 'body.seller.siren'],
  [
    'an account of somebody else',
    { seller: { ...other, siren: SELLER.siren, iban: 'DE89370400440532013000' } },
    'body.seller.iban',
  ],
])('refuses %s', (_, change, path) => {
  expect(checkIssued(undefined, issued(change), SELLER)).toMatchObject({
    ok: false,
    error: { code: 'record.invalid', details: { path } },
  });
});

it('where the cooperative is not known, any seller passes', () => {
  expect(checkIssued(undefined, issued({ seller: other }), undefined).ok).toBe(true);
});

it('refuses what may not be issued, the customer of a reverse charge included', () => {
  expect(checkIssued(undefined, issued({ lines: [] }), SELLER)).toMatchObject({
    error: { code: 'billing.emptyInvoice' },
  });
  const reverse: Partial<InvoiceBody> = { lines: [{ ...line, vatRatePpm: 0 }], vatExemption: 'euService' };
  expect(checkIssued(undefined, issued(reverse), SELLER)).toMatchObject({
    error: { code: 'billing.customerVatNumberMissing' },
  });
  const customer = { name: 'Gemeente', address, vatNumber: 'BE0428759497' };
  expect(checkIssued(undefined, issued({ ...reverse, customer }), SELLER).ok).toBe(true);
});

it('looks at the moment of the issue alone: drafts and what was issued before pass', () => {
  const wrong = issued({ number: 'x' });
  expect(checkIssued(undefined, { ...wrong, status: 'draft' }, SELLER).ok).toBe(true);
  expect(checkIssued(wrong, wrong, SELLER).ok).toBe(true);
  expect(checkIssued({ ...wrong, status: 'draft' }, wrong, SELLER).ok).toBe(false);
});
