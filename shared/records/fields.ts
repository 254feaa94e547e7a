import { z } from './zod.ts';
import { isCurrency } from '../money/currency.ts';
import { MAX_AMOUNT_CENTS } from '../money/parse.ts';
import { isMonth } from '../time/month.ts';

/** Signed integer minor units of the record's currency. */
export const cents = z.int().min(-MAX_AMOUNT_CENTS).max(MAX_AMOUNT_CENTS);
/** Integer minor units, zero or more. */
export const positiveCents = z.int().min(0).max(MAX_AMOUNT_CENTS);
/** A rate in parts per million, 0 to 100 %. */
export const ratePpm = z.int().min(0).max(1_000_000);
/** ISO 4217 code of a currency that Sillon knows. */
export const currency = z.string().max(3).refine(isCurrency, 'currency');
/** How many there are of something that is counted: lines of a file, invoices of a series. */
export const count = z.int().min(0).max(1_000_000);
/** Employees of the establishment. */
export const headcount = z.int().min(1).max(100_000);
/** A decimal number as a string: up to 9 digits, then up to 6 decimals. */
export const decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/);
/** How much one unit of a currency is worth in another: up to 12 decimals (one ariary is about 0.000201 euro). */
export const exchangeRate = z.string().regex(/^\d{1,9}(\.\d{1,12})?$/);
/** A month `YYYY-MM`. */
export const month = z.string().max(7).refine(isMonth, 'month');
/** A short text a person types. */
export const shortText = z.string().max(200);
/** A longer note. */
export const longText = z.string().max(4000);
/** A reference to another record. */
export const reference = z.string().max(48);
/** SHA-256, lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A postal address. */
export const address = z.looseObject({
  lines: z.array(shortText).max(4),
  postalCode: z.string().max(16),
  city: shortText,
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** The proof carried by computed figures. */
export const computation = z.looseObject({
  rule: shortText,
  ruleVersion: shortText,
  inputDigest: sha256,
  resultDigest: sha256,
});
