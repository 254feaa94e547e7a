import { describe, expect, it } from 'vitest';
import { RegexBudget } from './regex-budget.ts';
import { compileSelector } from './selector.ts';

/** Twenty documents as in the recording of CouchDB 3.5.2, and some without those fields. */
const docs = [
  ...Array.from({ length: 20 }, (_, i) => ({
    _id: `k${String(i).padStart(2, '0')}`,
    i,
    type: i % 2 === 1 ? 'odd' : 'even',
    tags: [`t${i % 3}`],
    n: { v: i },
  })),
  ...Array.from({ length: 5 }, (_, i) => ({ _id: `lim${i}`, lim: 1 })),
];

const LIMITS = { regexBudgetMs: 1_000, maxSelectorConditions: 1_000 };

function count(selector: Record<string, unknown>): number {
  return docs.filter(compileSelector(selector, LIMITS)).length;
}

describe('selectors', () => {
  // Counts as CouchDB 3.5.2 gave them for the same twenty documents.
  it.each([
    [{ $or: [{ i: 1 }, { i: 2 }] }, 2],
    [{ _id: { $regex: '^k0' } }, 10],
    [{ tags: { $elemMatch: { $eq: 't1' } } }, 7],
    [{ i: { $in: [1, 2, 3] } }, 3],
    [{ i: { $not: { $gt: 5 } } }, 6],
    [{ 'n.v': { $gte: 18 } }, 2],
    [{ tags: { $allMatch: { $eq: 't1' } } }, 7],
    [{ $nor: [{ i: { $lt: 19 } }] }, 1],
    [{ i: { $mod: [5, 0] } }, 4],
    [{ type: { $beginsWith: 'od' } }, 10],
    [{ n: { $keyMapMatch: { $eq: 'v' } } }, 20],
  ])('%j', (selector, expected) => {
    expect(count(selector)).toBe(expected);
  });

  it.each([
    ['conditions beside $and count', { type: 'odd', $and: [{ i: { $gt: 15 } }] }, 2],
    ['two conditions on one field', { i: { $gt: 3, $lt: 6 } }, 2],
    ['nested objects are paths', { n: { v: { $lt: 2 } } }, 2],
    ['zero is a value on a path', { 'n.v': 0 }, 1],
    ['absent fields match nothing', { nothing: { $ne: 1 } }, 0],
    ['absent fields are not anything either', { $not: { nothing: 1 } }, 0],
    ['unless absence is asked for', { i: { $exists: false } }, 5],
    ['or denied', { i: { $not: { $exists: true } } }, 5],
    ['nothing asked is everything', {}, 25],
    ['$nor of two', { $nor: [{ i: { $lt: 10 } }, { type: 'odd' }] }, 5],
    ['an empty $and is everything', { $and: [] }, 25],
    ['a path stops at a scalar', { 'i.deep.er': 1 }, 0],
    ['inherited members are absent', { 'n.constructor': { $exists: true } }, 0],
    ['equal lists', { tags: ['t0'] }, 7],
    ['$all', { tags: { $all: ['t0'] } }, 7],
    ['$size', { tags: { $size: 1 } }, 20],
    ['$type', { n: { $type: 'object' } }, 20],
    ['$nin', { i: { $nin: [0, 1] } }, 18],
  ])('%s', (_name, selector, expected) => {
    expect(count(selector)).toBe(expected);
  });

  it.each([
    [{ i: { $foo: 1 } }, 'invalid_operator'],
    [{ i: { $in: 1 } }, 'bad_arg'],
    [{ i: { $mod: [0, 1] } }, 'bad_arg'],
    [{ i: { $regex: '(' } }, 'bad_arg'],
    [{ $or: 1 }, 'bad_arg'],
  ])('%j is refused before any document is read', (selector, error) => {
    expect(() => compileSelector(selector, LIMITS)).toThrow(error);
  });

  it('a selector that nests without end is refused', () => {
    let selector: Record<string, unknown> = { i: 1 };
    for (let depth = 0; depth < 10_000; depth += 1) selector = { $not: selector };
    expect(() => compileSelector(selector, LIMITS)).toThrow('too deep');
  });

  it.each([
    ['in a list', { $or: Array.from({ length: 1_001 }, (_, i) => ({ i })) }],
    ['side by side', Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`f${i}`, i]))],
    ['as members of one', { i: { $in: Array.from({ length: 1_001 }, (_, i) => i) } }],
    [
      'spread over branches',
      { $and: Array.from({ length: 60 }, () => ({ $or: Array.from({ length: 20 }, () => ({ i: 1 })) })) },
    ],
  ])('thousands of conditions %s are refused', (_how, selector) => {
    expect(() => compileSelector(selector, LIMITS)).toThrow('too many conditions');
  });

  it('all regular expressions of a request share one budget, simple ones too', () => {
    let now = 0;
    const budget = new RegexBudget(100, () => (now += 5));
    const tests = ['a+b', 'a', '^(a+)+$'].map((pattern) => budget.compile(pattern));
    // Each test looks at the clock twice and costs 5 ms of it.
    for (let turn = 0; turn < 20; turn += 1) tests[turn % 3]?.('ab');
    for (const test of tests) expect(() => test('ab')).toThrow('too long');
  });

  it('a regular expression that backtracks for ever ends with its budget', () => {
    const test = compileSelector({ text: { $regex: '^(a+)+$' } }, { ...LIMITS, regexBudgetMs: 100 });
    const start = performance.now();
    expect(() => test({ text: `${'a'.repeat(60)}!` })).toThrow('too long');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
