import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';

/** One figure that does not follow from what it was computed from. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** At most this many differences are told of one record. */
export const MAX_DIFFERENCES = 40;

/** The differences between what should stand there and what does, member by member; nothing when both are equal. */
export function listDifferences(path: string, expected: unknown, found: unknown): Difference[] {
  if (show(expected) === show(found)) return [];
  if (isObject(expected) && isObject(found)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...keys].flatMap((key) => listDifferences(`${path}.${key}`, expected[key], found[key]));
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((item: unknown, index) => listDifferences(`${path}.${String(index)}`, item, found[index]));
  }
  return [{ path: cut(path), expected: cut(show(expected)), found: cut(show(found)) }];
}

function show(value: unknown): string {
  // Everything compared here was read from JSON.
  return value === undefined ? '' : toCanonicalJson(value as JsonValue);
}

/** A difference within what a verdict holds. */
export function cutDifference({ path, expected, found }: Difference): Difference {
  return { path: cut(path), expected: cut(expected), found: cut(found) };
}

function cut(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 197)}...`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
