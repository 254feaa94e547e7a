import type { JsonValue } from '../core/canonical-json.ts';
import type { Computation } from '../core/computation.ts';
import { digestOf } from '../core/digest.ts';
import { appError } from '../core/errors.ts';
import type { Hasher } from '../core/ports.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { currencyDecimals } from '../money/currency.ts';
import { MAX_AMOUNT_CENTS } from '../money/parse.ts';
import { applyRate } from '../money/rate.ts';
import type { InvoiceLine, InvoiceTotals } from '../records/invoice.ts';
import { computeLineAmount } from './line-amount.ts';

/** Version of the rule below; changes with any change of a figure. */
export const INVOICE_RULE_VERSION = 'invoice-1';

/**
 * Totals of an invoice: each line rounded to the cent, lines added per VAT rate, VAT computed once per rate on that sum
 * (EN 16931, BR-CO-17) and rounded half up. Rates in descending order. Errors of {@link computeLineAmount};
 * `amount.tooLarge` when a total is more than a record may hold.
 */
export function computeInvoiceTotals(lines: readonly InvoiceLine[], currency: string): Result<InvoiceTotals> {
  const netByRate = new Map<number, number>();
  for (const line of lines) {
    const amount = computeLineAmount(line.quantity, line.unitPrice, currencyDecimals(currency));
    if (!amount.ok) return amount;
    netByRate.set(line.vatRatePpm, (netByRate.get(line.vatRatePpm) ?? 0) + amount.value);
  }
  const byRate = [...netByRate]
    .sort(([a], [b]) => b - a)
    .map(([vatRatePpm, netCents]) => ({ vatRatePpm, netCents, vatCents: applyRate(netCents, vatRatePpm) }));
  const netCents = byRate.reduce((sum, row) => sum + row.netCents, 0);
  const vatCents = byRate.reduce((sum, row) => sum + row.vatCents, 0);
  const parts = byRate.flatMap((row) => [row.netCents, row.vatCents]);
  if ([...parts, netCents, vatCents, netCents + vatCents].some((cents) => Math.abs(cents) > MAX_AMOUNT_CENTS)) {
    return fail(appError('amount.tooLarge', 'invoice total too large'));
  }
  return ok({ byRate, netCents, vatCents, grossCents: netCents + vatCents });
}

/** The digests an issued invoice carries: lines and currency in, totals out. */
export function proveInvoiceTotals(
  lines: readonly InvoiceLine[],
  currency: string,
  totals: InvoiceTotals,
  hash: Hasher,
): Computation {
  return {
    rule: 'invoiceTotals',
    ruleVersion: INVOICE_RULE_VERSION,
    // Lines and totals are plain JSON by their schema.
    inputDigest: digestOf({ currency, lines: lines as unknown as JsonValue }, hash),
    resultDigest: digestOf(totals as unknown as JsonValue, hash),
  };
}
