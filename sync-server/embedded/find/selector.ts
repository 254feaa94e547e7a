import { parseField } from 'pouchdb-selector-core';
import { badRequest, CouchError } from '../couch-error.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { createLeafTest, type LeafTest } from './selector-operators.ts';
import { RegexBudget } from './regex-budget.ts';

export type SelectorTest = (doc: unknown) => boolean;

const MAX_DEPTH = 40;

/** What compiling and asking one request's selectors may cost. */
export interface SelectorLimits {
  readonly regexBudgetMs: number;
  readonly maxSelectorConditions: number;
}

/** Counts down over the whole selector. */
class SelectorBudget {
  readonly regex: RegexBudget;
  #left: number;

  constructor({ regexBudgetMs, maxSelectorConditions }: SelectorLimits) {
    this.regex = new RegexBudget(regexBudgetMs);
    this.#left = maxSelectorConditions;
  }

  spend(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw badRequest('The selector has too many conditions.');
  }
}

/**
 * Mango selectors. The comparisons are those of pouchdb-selector-core; how they combine is decided here,
 * because that package drops conditions beside `$and`, does not know `$not` inside a field, and treats
 * absent fields differently from CouchDB: there a negation is pushed down to the operators, and no
 * condition but `$exists: false` holds for a field that is absent. Refused before any document is read when it is too
 * deep or has too many conditions.
 */
export function compileSelector(selector: JsonObject, limits: SelectorLimits): SelectorTest {
  return compileCondition(selector, [], false, new SelectorBudget(limits), 0);
}

function compileCondition(
  condition: unknown,
  path: readonly string[],
  isNegated: boolean,
  budget: SelectorBudget,
  depth: number,
): SelectorTest {
  if (depth > MAX_DEPTH) throw badRequest('The selector is too deep.');
  budget.spend(1);
  const isPlain = !isJsonObject(condition) || (path.length > 0 && Object.keys(condition).length === 0);
  if (isPlain) return leaf(path, isNegated, '$eq', createLeafTest('$eq', condition, budget.regex));
  const tests = Object.entries(condition).map(([name, argument]) =>
    name.startsWith('$')
      ? compileOperator(name, argument, path, isNegated, budget, depth + 1)
      : compileCondition(argument, [...path, ...parseField(name)], isNegated, budget, depth + 1),
  );
  return joinTests(tests, !isNegated);
}

function compileOperator(
  operator: string,
  argument: unknown,
  path: readonly string[],
  isNegated: boolean,
  budget: SelectorBudget,
  depth: number,
): SelectorTest {
  const compile = (condition: unknown, isInnerNegated: boolean): SelectorTest =>
    compileCondition(condition, path, isInnerNegated, budget, depth);
  const compileAll = (isInnerNegated: boolean): SelectorTest[] => {
    if (!Array.isArray(argument)) throw badArgument(operator, argument);
    return (argument as unknown[]).map((condition) => compile(condition, isInnerNegated));
  };
  switch (operator) {
    case '$and':
      return joinTests(compileAll(isNegated), !isNegated);
    case '$or':
      return joinTests(compileAll(isNegated), isNegated);
    case '$nor':
      return joinTests(compileAll(!isNegated), !isNegated);
    case '$not':
      return compile(argument, !isNegated);
    case '$elemMatch':
    case '$allMatch':
    case '$keyMapMatch':
      return leaf(
        path,
        isNegated,
        operator,
        elementTest(operator, compileCondition(argument, [], false, budget, depth)),
      );
    default:
      if (Array.isArray(argument)) budget.spend(argument.length);
      return leaf(path, isNegated, operator, createLeafTest(operator, argument, budget.regex));
  }
}

function joinTests(tests: readonly SelectorTest[], isEvery: boolean): SelectorTest {
  return isEvery ? (doc) => tests.every((test) => test(doc)) : (doc) => tests.some((test) => test(doc));
}

function leaf(path: readonly string[], isNegated: boolean, operator: string, test: LeafTest): SelectorTest {
  return (doc) => {
    const value = readPath(doc, path);
    if (value === undefined && operator !== '$exists') return false;
    return test(value) !== isNegated;
  };
}

function elementTest(operator: string, test: SelectorTest): LeafTest {
  if (operator === '$keyMapMatch') return (value) => isJsonObject(value) && Object.keys(value).some(test);
  return (value) => {
    if (!Array.isArray(value) || value.length === 0) return false;
    return operator === '$elemMatch' ? value.some(test) : value.every(test);
  };
}

/** The value at a path, `undefined` when any step is absent. */
export function readPath(doc: unknown, path: readonly string[]): unknown {
  let value = doc;
  for (const step of path) {
    if (isJsonObject(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else if (Array.isArray(value) && /^\d+$/.test(step)) value = value[Number(step)] as unknown;
    else return undefined;
  }
  return value;
}

export function badArgument(operator: string, argument: unknown): CouchError {
  const shown = JSON.stringify(argument).slice(0, 100);
  return new CouchError(400, 'bad_arg', `Bad argument for operator ${operator}: ${shown}`);
}
