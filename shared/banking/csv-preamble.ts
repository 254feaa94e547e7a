/** The currency named in the lines above a table or in its column names, if exactly one is. */
export function findCurrency(texts: readonly string[]): string | undefined {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.toUpperCase().matchAll(/\b(?:EUR|EUROS|USD|GBP|CHF|MGA|XOF|ARIARY)\b|€/g)) {
      found.add(word === '€' || word === 'EUROS' ? 'EUR' : word === 'ARIARY' ? 'MGA' : word);
    }
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** The account number in the lines above a table: an IBAN, or at least eight digits after a word for account. */
export function findAccount(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const iban = /\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?\b/.exec(text)?.[0];
    if (iban !== undefined) return iban;
    const number = /(?:compte|account|n[°ºo]|num[ée]ro)\D{0,80}?(\d[\d ]{6,24}[0-9A-Z])/i.exec(text)?.[1];
    if (number !== undefined) return number;
  }
  return undefined;
}
