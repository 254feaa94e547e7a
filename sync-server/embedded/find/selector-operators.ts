import { massageSelector, rowFilter } from 'pouchdb-selector-core';
import { CouchError } from '../couch-error.ts';
import type { RegexBudget } from './regex-budget.ts';

export type LeafTest = (value: unknown) => boolean;

const isInteger = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);
const isAnything = (): boolean => true;

/** What each operator takes; anything else is refused before a document is read. */
const ARGUMENT_CHECKS: Readonly<Record<string, (argument: unknown) => boolean>> = {
  $eq: isAnything,
  $ne: isAnything,
  $gt: isAnything,
  $gte: isAnything,
  $lt: isAnything,
  $lte: isAnything,
  $exists: (argument) => typeof argument === 'boolean',
  $type: (argument) => typeof argument === 'string',
  $in: Array.isArray,
  $nin: Array.isArray,
  $all: Array.isArray,
  $size: isInteger,
  $mod: (argument) =>
    Array.isArray(argument) && argument.length === 2 && argument.every(isInteger) && argument[0] !== 0,
  $regex: (argument) => typeof argument === 'string',
  $beginsWith: (argument) => typeof argument === 'string',
};

/** One operator with its argument, as a test of one value. */
export function createLeafTest(operator: string, argument: unknown, budget: RegexBudget): LeafTest {
  const isGood = ARGUMENT_CHECKS[operator];
  if (isGood === undefined) throw new CouchError(400, 'invalid_operator', `Invalid operator: ${operator}`);
  if (!isGood(argument)) {
    const shown = JSON.stringify(argument).slice(0, 100);
    throw new CouchError(400, 'bad_arg', `Bad argument for operator ${operator}: ${shown}`);
  }
  if (operator === '$regex') return budget.compile(String(argument));
  if (operator === '$beginsWith') return (value) => typeof value === 'string' && value.startsWith(String(argument));
  if (operator === '$exists') return (value) => (value !== undefined) === argument;
  const selector = massageSelector({ value: { [operator]: argument } });
  return (value) => rowFilter({ value }, selector, ['value']);
}
