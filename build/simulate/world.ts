import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import { seedRandom } from '../../shared/demo/demo-random.ts';
import { Actor } from './actor.ts';
import { TaskQueue } from './task-queue.ts';
import type { Task } from './task-queue.ts';

/** Where every simulation begins. */
const BEGINNING_MS = Date.parse('2026-03-26T09:00:00.000Z');
/** What never ends by itself: some million tasks are some minutes. */
const MOST_TASKS = 3_000_000;

const afterMicrotasks = globalThis.setImmediate;

/**
 * The event loop of a whole cooperative. Every task belongs to an actor (a window, the server, the simulation itself) and runs
 * at its virtual time; tasks of an actor that died never run. Nothing real is waited for: the same seed runs the same tasks.
 */
export class World {
  /** Milliseconds since the beginning. */
  now = 0;
  /** Whose task is running. */
  current: Actor;
  /** The simulation itself: it never dies. */
  readonly self: Actor;
  /** What the simulation decides by. */
  readonly random: DemoRandom;
  readonly #queue = new TaskQueue();
  readonly #crashes: string[] = [];
  #tasks = 0;

  constructor(seed: string) {
    this.random = seedRandom(seed);
    this.self = new Actor('simulation', seedRandom(`${seed} self`));
    this.current = this.self;
  }

  /** How many tasks were run. */
  get taskCount(): number {
    return this.#tasks;
  }

  /** Errors that nobody caught. */
  get crashes(): readonly string[] {
    return this.#crashes;
  }

  /** What the clock of whoever runs shows, in milliseconds since 1970. */
  get clockMs(): number {
    return BEGINNING_MS + Math.floor(this.now) + this.current.clockSkewMs;
  }

  /** Runs a task of the current actor later; the same delay keeps the order. */
  after(milliseconds: number, run: () => void): Task {
    return this.afterFor(this.current, milliseconds, run);
  }

  afterFor(actor: Actor, milliseconds: number, run: () => void): Task {
    return this.#queue.add(this.now + Math.max(0, milliseconds), actor, run);
  }

  /** A task of the current actor that runs as soon as its turn comes: what its disk and its own event loop do. */
  soon(run: () => void): Task {
    return this.#queue.add(this.current.nextTurn(this.now), this.current, run);
  }

  /** Runs at once in the name of an actor; what it promises is still the task's. */
  within<T>(actor: Actor, run: () => T): T {
    const before = this.current;
    this.current = actor;
    try {
      return run();
    } finally {
      this.current = before;
    }
  }

  /** From now on this task, with all that it promised, is that actor's. */
  adopt(actor: Actor): void {
    this.current = actor;
  }

  /** Begins work of an actor in a task of its own; never settles when the actor dies. */
  begin<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const back = (settle: () => void): void => {
        this.afterFor(this.self, 0, settle);
      };
      this.afterFor(actor, 0, () => {
        work().then(
          (result) => {
            back(() => {
              resolve(result);
            });
          },
          (error: unknown) => {
            back(() => {
              reject(error instanceof Error ? error : new Error(String(error)));
            });
          },
        );
      });
    });
  }

  /** A pause of the simulation. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.afterFor(this.self, milliseconds, resolve));
  }

  /** Notes an error that nobody caught; what the dead leave behind is nobody's. */
  noteCrash(error: unknown): void {
    if (!this.current.isAlive) return;
    this.#crashes.push(
      `${this.current.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  /** Runs until the work of the simulation is done. */
  async run(main: () => Promise<void>): Promise<void> {
    let outcome: { readonly error?: unknown } | undefined;
    this.within(this.self, () => {
      main().then(
        () => (outcome = {}),
        (error: unknown) => (outcome = { error }),
      );
    });
    await settled();
    while (outcome === undefined) {
      const task = this.#queue.take();
      if (task === undefined) throw new Error('everything waits, and nothing is left to happen');
      if (!task.actor.isAlive) continue;
      await this.#runTask(task);
    }
    if ('error' in outcome) throw outcome.error;
  }

  async #runTask(task: Task): Promise<void> {
    this.#tasks += 1;
    if (this.#tasks > MOST_TASKS) throw new Error('this never comes to an end');
    this.now = Math.max(this.now, task.at);
    this.current = task.actor;
    try {
      task.run();
    } catch (error) {
      this.noteCrash(error);
    }
    await settled();
    const { actor } = task;
    this.current = this.self;
    actor.countTask();
  }
}

/** Until every microtask is done. */
function settled(): Promise<void> {
  return new Promise((resolve) => afterMicrotasks(resolve));
}
