/**
 * Runs inside QuickJS before any design document. Gives what CouchDB's query server gives a validation
 * function (`require`, `isArray`, `sum`, `toJSON`, `log`, a `JSON` from outside) and returns the judge: it takes
 * four JSON texts and answers '' for accepted or the thrown value as JSON.
 */
export const SANDBOX_PRELUDE = `(function (designText, json) {
  'use strict';
  globalThis.JSON = json;
  var parse = json.parse, print = json.stringify, evaluate = (0, eval), list = Array.isArray, owns = Object.prototype.hasOwnProperty;
  var design = parse(designText);
  globalThis.isArray = list;
  globalThis.toJSON = function (value) { return print(value); };
  globalThis.sum = function (values) { return values.reduce(function (a, b) { return a + b; }, 0); };
  globalThis.log = function () {};

  var modules = Object.create(null);
  function resolve(path, from) {
    var steps = path.split('/');
    var isRelative = steps[0] === '.' || steps[0] === '..';
    var names = isRelative ? from.slice(0, -1) : [];
    steps.forEach(function (step) {
      if (step === '..') names.pop();
      else if (step !== '.' && step !== '') names.push(step);
    });
    return names;
  }
  function makeRequire(from) {
    return function require(path) {
      var names = resolve(String(path), from);
      var id = names.join('/');
      if (modules[id] !== undefined) return modules[id].exports;
      var source = names.reduce(function (value, name) {
        return value !== null && typeof value === 'object' && owns.call(value, name) ? value[name] : undefined;
      }, design);
      if (typeof source !== 'string') throw new Error('Unknown module: ' + id);
      var module = { id: id, exports: {} };
      modules[id] = module;
      try {
        var wrapped = evaluate('(function (module, exports, require) {' + source + '\\n})');
        wrapped.call(module.exports, module, module.exports, makeRequire(names));
      } catch (error) {
        delete modules[id];
        throw error;
      }
      return module.exports;
    };
  }
  globalThis.require = makeRequire([]);

  var source = design.validate_doc_update.trim().replace(/;+$/, '');
  var validate = evaluate('(' + source + '\\n)');
  if (typeof validate !== 'function') throw new Error('not a function');

  return function (newText, oldText, userText, securityText) {
    try {
      validate(parse(newText), parse(oldText), parse(userText), parse(securityText));
      return '';
    } catch (error) {
      if (error instanceof Error && error.forbidden === undefined && error.unauthorized === undefined) return print({ error: 'failed' });
      return print(error) || '{}';
    }
  };
})`;
