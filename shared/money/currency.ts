/** Minor units in use by currency: the ariary has none in practice, although ISO 4217 lists two. */
const DECIMALS: Readonly<Record<string, number>> = { EUR: 2, MGA: 0, USD: 2, GBP: 2, CHF: 2, XOF: 0, JPY: 0 };

/**
 * ISO 4217 codes of the other currencies that amounts may be in, all with two decimals. Those with another number of decimals
 * come in with it, in the list above.
 */
const TWO_DECIMALS =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CNY COP CRC CUP CVE ' +
  'CZK DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT ' +
  'LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN ' +
  'QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH UYU UZS ' +
  'VES WST XCD YER ZAR ZMW';
const KNOWN = new Set([...Object.keys(DECIMALS), ...TWO_DECIMALS.split(' ')]);

/** Whether a text is the ISO 4217 code of a currency that amounts may be in. */
export function isCurrency(text: string): boolean {
  return KNOWN.has(text);
}

/** Number of decimals of a currency (2 for one that is not in the list). */
export function currencyDecimals(currency: string): number {
  return DECIMALS[currency] ?? 2;
}
