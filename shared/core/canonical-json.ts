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
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${toCanonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
