import { getQuickJS, type QuickJSContext, type QuickJSHandle, type QuickJSWASMModule } from 'quickjs-emscripten';
import { newOldContext } from '../old-engine.ts';
import type { SandboxLimits, SandboxVerdict, ValidationBatch, ValidationCall } from './sandbox-protocol.ts';
import { SANDBOX_PRELUDE } from './sandbox-prelude.ts';

interface Sandbox {
  context: QuickJSContext;
  /** Documents are parsed here, so that their objects come from outside the function's realm, as in CouchDB. */
  outside: QuickJSContext;
  /** `undefined` when the function does not compile. */
  judge: QuickJSHandle | undefined;
}

const PROGRESS_INTERVAL_MS = 250;

/** Warm QuickJS contexts, one per design document: compiled once, used for every document. */
export class SandboxHost {
  readonly #module: QuickJSWASMModule;
  readonly #limits: SandboxLimits;
  readonly #sandboxes = new Map<string, Sandbox>();
  #deadline = 0;

  private constructor(module: QuickJSWASMModule, limits: SandboxLimits) {
    this.#module = module;
    this.#limits = limits;
  }

  static async create(limits: SandboxLimits): Promise<SandboxHost> {
    return new SandboxHost(await getQuickJS(), limits);
  }

  has(key: string): boolean {
    return this.#sandboxes.has(key);
  }

  load(key: string, designText: string): void {
    for (const oldest of this.#sandboxes.keys()) {
      if (this.#sandboxes.size < this.#limits.contexts) break;
      this.#drop(oldest);
    }
    const runtime = this.#module.newRuntime();
    runtime.setMemoryLimit(this.#limits.memoryBytes);
    runtime.setMaxStackSize(512 * 1024);
    runtime.setInterruptHandler(() => performance.now() > this.#deadline);
    this.#startClock();
    const [context, outside] = [newOldContext(runtime), newOldContext(runtime)];
    const sandbox: Sandbox = { context, outside, judge: compile(context, outside, designText) };
    this.#sandboxes.set(key, sandbox);
  }

  /** `'timeout'`: a call was interrupted; its sandbox is thrown away. */
  judge(key: string, batch: ValidationBatch, onProgress: () => void): SandboxVerdict[] | 'timeout' {
    const sandbox = this.#sandboxes.get(key);
    if (sandbox === undefined) return [];
    this.#sandboxes.delete(key);
    this.#sandboxes.set(key, sandbox);
    const verdicts: SandboxVerdict[] = [];
    let lastProgress = performance.now();
    for (const call of batch.calls) {
      const verdict = this.#judgeOne(sandbox, batch, call);
      if (verdict === 'timeout') {
        this.#drop(key);
        return 'timeout';
      }
      verdicts.push(verdict);
      if (performance.now() - lastProgress > PROGRESS_INTERVAL_MS) {
        lastProgress = performance.now();
        onProgress();
      }
    }
    if (verdicts.some((verdict) => verdict.kind === 'failed')) this.#drop(key);
    return verdicts;
  }

  #judgeOne({ context, judge }: Sandbox, batch: ValidationBatch, call: ValidationCall): SandboxVerdict | 'timeout' {
    if (judge === undefined) return { kind: 'compilation' };
    const texts = [call.newText, call.oldText ?? 'null', batch.userText, batch.securityText];
    const handles = texts.map((text) => context.newString(text));
    this.#startClock();
    const result = context.callFunction(judge, context.undefined, ...handles);
    const hasTimedOut = performance.now() > this.#deadline;
    for (const handle of handles) handle.dispose();
    const handle = result.error ?? result.value;
    const text = context.typeof(handle) === 'string' ? context.getString(handle) : undefined;
    handle.dispose();
    if (hasTimedOut) return 'timeout';
    if (result.error !== undefined || text === undefined) return { kind: 'failed' };
    return text === '' ? { kind: 'ok' } : { kind: 'thrown', thrownText: text };
  }

  #startClock(): void {
    this.#deadline = performance.now() + this.#limits.timeoutMs;
  }

  #drop(key: string): void {
    const sandbox = this.#sandboxes.get(key);
    this.#sandboxes.delete(key);
    if (sandbox === undefined) return;
    const { runtime } = sandbox.context;
    sandbox.judge?.dispose();
    sandbox.context.dispose();
    sandbox.outside.dispose();
    runtime.dispose();
  }
}

function compile(context: QuickJSContext, outside: QuickJSContext, designText: string): QuickJSHandle | undefined {
  const factory = context.evalCode(SANDBOX_PRELUDE, 'prelude.js');
  if (factory.error !== undefined) {
    factory.error.dispose();
    return undefined;
  }
  const text = context.newString(designText);
  const json = outside.getProp(outside.global, 'JSON');
  const result = context.callFunction(factory.value, context.undefined, text, json);
  text.dispose();
  json.dispose();
  factory.value.dispose();
  if (result.error === undefined) return result.value;
  result.error.dispose();
  return undefined;
}
