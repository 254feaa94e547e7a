/** VAT rates of metropolitan France, dated. Sources: art. 278 (20 %), 279 (10 %), 278-0 bis (5.5 %), 281 quater ff. (2.1 %) CGI; 20 and 10 % since 2014-01-01. */
const FRENCH_RATES: readonly { readonly ratePpm: number; readonly from: string }[] = [
  { ratePpm: 200_000, from: '2014-01-01' },
  { ratePpm: 100_000, from: '2014-01-01' },
  { ratePpm: 55_000, from: '1982-07-01' },
  { ratePpm: 21_000, from: '1986-07-01' },
  { ratePpm: 0, from: '1900-01-01' },
];

/** The VAT rates that may stand on an invoice of this date, highest first; 0 stands for exempt or out of scope. */
export function vatRatesOn(date: string): number[] {
  return FRENCH_RATES.filter((rate) => rate.from <= date).map((rate) => rate.ratePpm);
}
