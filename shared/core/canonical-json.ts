/** What can stand in a canonical document. `undefined` members of objects are left out, as in JSON. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * JSON with sorted object keys and no white space: equal values give equal text in every runtime
 * (RFC 8785 for the values used here: finite numbers, strings, booleans, null).
 * Throws on a number that JSON cannot hold, because a digest of it would be meaningless.
 */
export function toCanonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('canonical JSON: number is not finite');
    return String(value);
  }
  let text = '';
  if (isList(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${toCanonicalJson(item)}`;
    return `[${text}]`;
  }
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoteKey(key)}:${toCanonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** In the order of UTF-16 code units, as RFC 8785 wants it. Sorting costs much more than seeing that nothing is to sort. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  let previous = '';
  for (const key of keys) {
    if (key < previous) return keys.sort();
    previous = key;
  }
  return keys;
}

/** Keys are plain words nearly always, which need no search for what JSON escapes. */
function quoteKey(key: string): string {
  return /^\w*$/.test(key) ? `"${key}"` : JSON.stringify(key);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
