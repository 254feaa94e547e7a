import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten';
import { getQuickJS } from 'quickjs-emscripten';
import { CouchError } from '../couch-error.ts';
import { newOldContext } from '../old-engine.ts';
import type { ViewKey } from './collate.ts';

/** What a map function emitted for one document. */
export type Emitted = readonly (readonly [key: ViewKey, value: unknown])[];

const MEMORY_BYTES = 64 * 1024 * 1024;
const STACK_BYTES = 512 * 1024;

/** Takes a map function's source and gives a function from a JSON list of documents to the JSON list of what it emits. */
const PRELUDE = `(function (source) {
  'use strict';
  var emitted = [];
  globalThis.emit = function (key, value) { emitted.push([key === undefined ? null : key, value === undefined ? null : value]); };
  globalThis.isArray = Array.isArray;
  globalThis.log = function () {};
  var map = (0, eval)('(' + source.trim().replace(/;+$/, '') + '\\n)');
  return function (documents) {
    return JSON.stringify(JSON.parse(documents).map(function (doc) {
      emitted = [];
      try { map(doc); } catch (error) { emitted = []; }
      return emitted;
    }));
  };
})`;

/** One map function in a QuickJS context of its own: no host object, bounded memory and time. */
export class MapSandbox {
  readonly #context: QuickJSContext;
  readonly #map: QuickJSHandle;
  readonly #timeoutMs: number;
  #deadline = 0;

  private constructor(context: QuickJSContext, map: QuickJSHandle, timeoutMs: number) {
    this.#context = context;
    this.#map = map;
    this.#timeoutMs = timeoutMs;
  }

  /** Throws CouchDB's `compilation_error` for a source that is no function. */
  static async create(source: string, timeoutMs: number): Promise<MapSandbox> {
    const runtime = (await getQuickJS()).newRuntime();
    runtime.setMemoryLimit(MEMORY_BYTES);
    runtime.setMaxStackSize(STACK_BYTES);
    const context = newOldContext(runtime);
    const factory = context.unwrapResult(context.evalCode(PRELUDE, 'map.js'));
    const text = context.newString(source);
    const compiled = context.callFunction(factory, context.undefined, text);
    text.dispose();
    factory.dispose();
    if (compiled.error !== undefined) {
      compiled.error.dispose();
      context.dispose();
      runtime.dispose();
      throw new CouchError(500, 'compilation_error', 'The map function does not compile.');
    }
    const sandbox = new MapSandbox(context, compiled.value, timeoutMs);
    runtime.setInterruptHandler(() => performance.now() > sandbox.#deadline);
    return sandbox;
  }

  /** What each document emits; one that makes the function throw emits nothing, as in CouchDB. Throws 500 after the time. */
  map(documents: readonly string[]): Emitted[] {
    const text = this.#context.newString(`[${documents.join(',')}]`);
    this.#deadline = performance.now() + this.#timeoutMs;
    const result = this.#context.callFunction(this.#map, this.#context.undefined, text);
    text.dispose();
    if (result.error !== undefined) {
      result.error.dispose();
      throw new CouchError(500, 'timeout', 'The map function took too long.');
    }
    const answer = this.#context.getString(result.value);
    result.value.dispose();
    return JSON.parse(answer) as Emitted[]; // printed by the prelude
  }

  dispose(): void {
    const { runtime } = this.#context;
    this.#map.dispose();
    this.#context.dispose();
    runtime.dispose();
  }
}
