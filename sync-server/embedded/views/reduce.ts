import { CouchError, notImplemented } from '../couch-error.ts';

/** The reductions built into CouchDB that this server knows. */
export type Reduction = '_sum' | '_count' | '_stats';

const REDUCTIONS: readonly string[] = ['_sum', '_count', '_stats'];

/** A view's `reduce` member. Throws 501 for functions: no view of Sillon has one. */
export function readReduction(reduce: unknown): Reduction | undefined {
  if (reduce === undefined) return undefined;
  if (typeof reduce === 'string' && REDUCTIONS.includes(reduce)) return reduce as Reduction; // just looked up
  throw notImplemented();
}

/** The values of one group reduced. Throws CouchDB's error when a value is not a number where it must be. */
export function reduceValues(reduction: Reduction, values: readonly unknown[]): unknown {
  if (reduction === '_count') return values.length;
  const numbers = values.map((value) => {
    if (typeof value === 'number') return value;
    throw new CouchError(500, 'builtin_reduce_error', `The ${reduction} function requires that map values be numbers.`);
  });
  const sum = numbers.reduce((total, value) => total + value, 0);
  if (reduction === '_sum') return sum;
  return {
    sum,
    count: numbers.length,
    min: Math.min(...numbers),
    max: Math.max(...numbers),
    sumsqr: numbers.reduce((total, value) => total + value * value, 0),
  };
}
