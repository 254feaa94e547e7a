import { Worker } from 'node:worker_threads';
import { CouchError } from '../couch-error.ts';
import { WriteQueue } from '../store/write-queue.ts';
import type {
  SandboxLimits,
  SandboxReply,
  SandboxRequest,
  SandboxVerdict,
  ValidationBatch,
} from './sandbox-protocol.ts';

/** On top of the interrupt inside the sandbox: a loop it cannot interrupt (a regular expression) ends here. */
const GRACE_MS = 1_000;
const START_MS = 10_000;

/**
 * Validation functions run in a worker thread, inside QuickJS: a function that loops neither stops the
 * server nor can it reach anything, and a worker that does not answer is ended and replaced.
 */
export class SandboxClient {
  readonly #limits: SandboxLimits;
  readonly #queue = new WriteQueue<'worker'>();
  readonly #loadedKeys = new Set<string>();
  #worker: Worker | undefined;
  #lastRequestId = 0;

  constructor(limits: SandboxLimits) {
    this.#limits = limits;
  }

  /** Throws a 500 {@link CouchError} when a function runs too long; the whole batch is refused then. */
  async validate(key: string, designText: string, batch: ValidationBatch): Promise<SandboxVerdict[]> {
    return this.#queue.run('worker', async () => {
      let reply = await this.#ask(key, this.#loadedKeys.has(key) ? undefined : designText, batch);
      if (reply.kind === 'unknownKey') reply = await this.#ask(key, designText, batch);
      if (reply.kind === 'done') {
        this.#loadedKeys.add(key);
        return reply.verdicts;
      }
      throw new CouchError(500, 'timeout', 'The validation function took too long.');
    });
  }

  async close(): Promise<void> {
    await this.#stopWorker();
  }

  async #ask(key: string, designText: string | undefined, batch: ValidationBatch): Promise<SandboxReply> {
    const isNew = this.#worker === undefined;
    const worker = this.#worker ?? this.#startWorker();
    this.#lastRequestId += 1;
    const requestId = this.#lastRequestId;
    const patienceMs = this.#limits.timeoutMs + GRACE_MS;
    const reply = await new Promise<SandboxReply>((resolve) => {
      const giveUp = (): void => finish({ requestId, kind: 'timeout' });
      let timer = setTimeout(giveUp, patienceMs + (isNew ? START_MS : 0));
      const onMessage = (message: SandboxReply): void => {
        if (message.requestId !== requestId) return;
        if (message.kind !== 'progress') {
          finish(message);
          return;
        }
        clearTimeout(timer);
        timer = setTimeout(giveUp, patienceMs);
      };
      const finish = (outcome: SandboxReply): void => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('exit', giveUp);
        resolve(outcome);
      };
      worker.on('message', onMessage);
      worker.on('exit', giveUp);
      const request: SandboxRequest = { requestId, key, designText, batch };
      worker.postMessage(request);
    });
    if (reply.kind === 'timeout') await this.#stopWorker();
    return reply;
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./sandbox-worker.ts', import.meta.url), {
      workerData: this.#limits,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.unref();
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#loadedKeys.clear();
    });
    this.#worker = worker;
    return worker;
  }

  async #stopWorker(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#loadedKeys.clear();
    await worker?.terminate();
  }
}
