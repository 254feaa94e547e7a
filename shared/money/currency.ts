/** Minor units in use by currency: the ariary has none in practice, although ISO 4217 lists two. */
const DECIMALS: Readonly<Record<string, number>> = { EUR: 2, MGA: 0, USD: 2, GBP: 2, CHF: 2, XOF: 0, JPY: 0 };

/** Number of decimals of a currency (2 for one that is not in the list). */
export function currencyDecimals(currency: string): number {
  return DECIMALS[currency] ?? 2;
}
