import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';

/** Whose value stays; of a clash the server's does, and the losing version is kept whole. */
export type Side = 'mine' | 'server' | 'clash';

/** The version two others were made from; `undefined` when it is not known. */
export type Base<T> = { readonly value: T | undefined } | undefined;

/**
 * Whose value stays of two changes to one value. Without a known base what only one side has stays, and every other
 * difference is a clash.
 */
export function takeSide(mine: unknown, server: unknown, base: Base<unknown>): Side {
  if (isSame(mine, server)) return 'server';
  if (base === undefined) return mine === undefined ? 'server' : server === undefined ? 'mine' : 'clash';
  if (isSame(server, base.value)) return 'mine';
  return isSame(mine, base.value) ? 'server' : 'clash';
}

/** Whether two values are the same JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return toCanonicalJson(a as JsonValue) === toCanonicalJson(b as JsonValue); // bodies come from JSON
}
