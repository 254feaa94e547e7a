import type { QuickJSContext, QuickJSRuntime } from 'quickjs-emscripten';

/**
 * What CouchDB's own QuickJS offers: no typed arrays, no promises, no proxies, no `normalize`. Functions of design documents
 * that need more would work here and fail on a CouchDB.
 */
const INTRINSICS = {
  BaseObjects: true,
  Date: true,
  Eval: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  MapSet: true,
  BigInt: true,
};

/** Methods younger than SpiderMonkey 78, with which CouchDB is built on Debian and in its Docker image. */
const REMOVE_YOUNGER = `(function () {
  var younger = [
    [Object, 'hasOwn groupBy'],
    [Array, 'fromAsync'],
    [Array.prototype, 'at findLast findLastIndex toReversed toSorted toSpliced with'],
    [String.prototype, 'at isWellFormed toWellFormed'],
    [Map, 'groupBy'],
    [Set.prototype, 'union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom'],
    [globalThis, 'WeakRef FinalizationRegistry AggregateError Iterator']
  ];
  younger.forEach(function (pair) {
    pair[1].split(' ').forEach(function (name) { delete pair[0][name]; });
  });
})()`;

/** A context that offers what every engine of CouchDB 3.4 and later does, and nothing more. */
export function newOldContext(runtime: QuickJSRuntime): QuickJSContext {
  const context = runtime.newContext({ intrinsics: INTRINSICS });
  context.unwrapResult(context.evalCode(REMOVE_YOUNGER, 'old-engine.js')).dispose();
  return context;
}
