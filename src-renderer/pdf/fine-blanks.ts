/**
 * The narrow no-break space of French amounts is an eighth of an em in the font of the documents, too thin on paper; its
 * plain no-break space is the fifth of an em that French printers set there.
 */
export function fineBlanks(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}
