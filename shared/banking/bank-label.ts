/** Text with accents and case removed and every run of other signs turned into one space: what labels are compared by. */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/Œ/g, 'OE')
    .replace(/Æ/g, 'AE')
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim();
}

/** White space and control characters collapsed to single spaces, cut to `maxLength` characters. */
export function collapseText(text: string, maxLength: number): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxLength)
    .trim();
}

/** Joins the texts a bank gives for one line, leaving out those that another one contains. */
export function joinLabelParts(parts: readonly string[]): string {
  const kept: { text: string; compared: string }[] = [];
  for (const part of parts) {
    const text = collapseText(part, 2000);
    const compared = normaliseLabel(text);
    if (text === '' || kept.some((other) => other.compared.includes(compared))) continue;
    const shorter = kept.findIndex((other) => compared.includes(other.compared));
    if (shorter >= 0) kept[shorter] = { text, compared };
    else kept.push({ text, compared });
  }
  return kept.map((part) => part.text).join(' ');
}

/** The other party named by French SEPA labels (`VIR RECU /DE DUPONT SARL /MOTIF …`), when the label says it clearly. */
export function findCounterparty(label: string): string | undefined {
  const name = /\/(?:DE|FRM|BEN|VERS)[ :]+([^/]{2,80}?)\s*(?:\/|$)/i.exec(label)?.[1];
  return name === undefined ? undefined : collapseText(name, 200);
}
