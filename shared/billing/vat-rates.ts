/** A VAT rate of metropolitan France with the days it is in force, both included. */
interface DatedRate {
  readonly ratePpm: number;
  readonly from: string;
  readonly to?: string;
}

/**
 * VAT rates of metropolitan France, highest first. 20 % and 10 % since 2014-01-01 (art. 278 and 279 CGI, loi 2012-1510
 * art. 68); before them 19.6 % (from 2000-04-01) and 7 % (from 2012-01-01). 5.5 % art. 278-0 bis, 2.1 % art. 281 quater ff.
 * 0 stands for exempt or out of scope and needs its reason on the invoice.
 */
const FRENCH_RATES: readonly DatedRate[] = [
  { ratePpm: 200_000, from: '2014-01-01' },
  { ratePpm: 196_000, from: '2000-04-01', to: '2013-12-31' },
  { ratePpm: 100_000, from: '2014-01-01' },
  { ratePpm: 70_000, from: '2012-01-01', to: '2013-12-31' },
  { ratePpm: 55_000, from: '1982-07-01' },
  { ratePpm: 21_000, from: '1986-07-01' },
  { ratePpm: 0, from: '1900-01-01' },
];

/** The VAT rates that may stand on an invoice of this date, highest first; 0 stands for exempt or out of scope. */
export function vatRatesOn(date: string): number[] {
  return FRENCH_RATES.filter((rate) => isInForce(rate, date)).map((rate) => rate.ratePpm);
}

function isInForce(rate: DatedRate, date: string): boolean {
  return rate.from <= date && (rate.to === undefined || date <= rate.to);
}
