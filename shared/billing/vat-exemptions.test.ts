import { expect, it } from 'vitest';
import { findVatExemption, VAT_EXEMPTIONS } from './vat-exemptions.ts';

it.each(VAT_EXEMPTIONS)(
  '$key has a code of the European list and the article to be printed',
  ({ vatexCode, mention }) => {
    expect(vatexCode).toMatch(/^VATEX-(EU|FR)-[A-Z0-9-]+$/);
    expect(mention).toMatch(/art\. 2(59|6[12]|83).*/);
  },
);

it('no two reasons share a key or a code', () => {
  expect(new Set(VAT_EXEMPTIONS.map(({ key }) => key)).size).toBe(VAT_EXEMPTIONS.length);
  expect(new Set(VAT_EXEMPTIONS.map(({ vatexCode }) => vatexCode)).size).toBe(VAT_EXEMPTIONS.length);
});

it.each([
  ['training', false],
  ['euService', true],
  ['euGoods', true],
  ['serviceOutsideEu', false],
  ['export', false],
])('%s: the customer’s VAT number is needed: %s', (key, isNeeded) => {
  expect(findVatExemption(key)?.needsCustomerVatNumber).toBe(isNeeded);
});

it('there is none without a key, nor of a key unknown', () => {
  expect(findVatExemption(undefined)).toBeUndefined();
  expect(findVatExemption('franchise')).toBeUndefined();
});
