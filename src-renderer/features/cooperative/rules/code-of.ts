const MOST_LETTERS = 28;

/** A code made from a label: ASCII, lower case, and none of those `taken`. */
export function codeOf(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MOST_LETTERS - 4)
    .replace(/-+$/, '');
  const base = plain === '' ? 'ligne' : plain;
  let code = base;
  for (let count = 2; taken.includes(code); count += 1) code = `${base}-${String(count)}`;
  return code;
}
