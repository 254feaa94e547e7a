const COLLATOR = new Intl.Collator('und');

/** A key of a view: any JSON value. */
export type ViewKey = unknown;

/**
 * CouchDB's order of keys: null, false, true, numbers, texts, lists, objects. Texts compare by ICU's root collation, as there:
 * `a` before `á` before `b` before `B`.
 */
export function compareKeys(a: ViewKey, b: ViewKey): number {
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0) return ranks;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return COLLATOR.compare(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isObject(a) && isObject(b)) return compareLists(Object.entries(a).flat(), Object.entries(b).flat());
  return 0;
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareKeys(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function rankOf(key: ViewKey): number {
  if (key === null || key === undefined) return 0;
  if (key === false) return 1;
  if (key === true) return 2;
  if (typeof key === 'number') return 3;
  if (typeof key === 'string') return 4;
  return Array.isArray(key) ? 5 : 6;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
