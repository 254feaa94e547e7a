import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';

/** What a parameter may be: the value as it goes on, `undefined` when it may not. */
export type Parameter = (value: string) => string | undefined;

/**
 * Reads a query by a list of what it may hold. A name twice is refused: CouchDB and the front might each take another one.
 * Error: `network.refused`.
 */
export function readQuery(
  search: string,
  allowed: Readonly<Record<string, Parameter>>,
): Result<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    const judged = Object.hasOwn(allowed, name) && !read.has(name) ? allowed[name]?.(value) : undefined;
    if (judged === undefined) return fail(appError('network.refused', 'the request asks for more than is open'));
    read.set(name, judged);
  }
  return ok(read);
}

/** One of a few words. */
export function oneOf(...words: readonly string[]): Parameter {
  return (value) => (words.includes(value) ? value : undefined);
}

/** A whole number from `least` to `most`. */
export function between(least: number, most: number): Parameter {
  return (value) => {
    if (!/^\d{1,9}$/.test(value)) return undefined;
    const count = Number(value);
    return count >= least && count <= most ? String(count) : undefined;
  };
}

/** A position in a feed: both kinds of server write letters, digits and what base64 of addresses needs. */
export const position: Parameter = (value) => (/^[0-9A-Za-z_=-]{1,4000}$/.test(value) ? value : undefined);

/** A revision. */
export const revision: Parameter = (value) => (/^\d{1,9}-[0-9a-z]{1,64}$/.test(value) ? value : undefined);
