import type { DemoRandom } from '../../shared/demo/demo-random.ts';

/** One turn in so many takes longer: a slow disk, a busy computer. */
const SLOW_PERCENT = 4;
const SLOWEST_MS = 30;

let actors = 0;

/** Somebody in the simulation who can die: a window, the server. */
export class Actor {
  readonly name: string;
  /** Told apart from every other of this process. */
  readonly page: string;
  /** How wrong its clock is. */
  clockSkewMs = 0;
  /** Where its own libraries take chance from. */
  readonly random: DemoRandom;
  readonly #onDeath: (() => void)[] = [];
  #isAlive = true;
  #turnAt = 0;
  #tasksToLive = Number.POSITIVE_INFINITY;
  #tasks = 0;
  readonly #afterTasks = new Map<number, () => void>();

  constructor(name: string, random: DemoRandom) {
    actors += 1;
    this.name = name;
    this.page = `${String(actors)} `;
    this.random = random;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** When its next turn is: turns of an actor keep their order. */
  nextTurn(now: number): number {
    const delay = this.random.chance(SLOW_PERCENT) ? this.random.integer(1, SLOWEST_MS) : 0;
    this.#turnAt = Math.max(this.#turnAt, now) + delay;
    return this.#turnAt;
  }

  /** Called when it dies. */
  onDeath(callback: () => void): void {
    this.#onDeath.push(callback);
  }

  /** Dies after so many more of its tasks, wherever it is then. */
  dieAfter(tasks: number): void {
    this.#tasksToLive = tasks;
  }

  /** Calls back after so many more of its tasks, wherever it is then. */
  afterTasks(tasks: number, callback: () => void): void {
    this.#afterTasks.set(this.#tasks + tasks, callback);
  }

  /** Called after each of its tasks. */
  countTask(): void {
    this.#tasks += 1;
    this.#tasksToLive -= 1;
    if (this.#tasksToLive <= 0) this.die();
    else this.#afterTasks.get(this.#tasks)?.();
    this.#afterTasks.delete(this.#tasks);
  }

  /** Nothing of it happens any more, from this very moment. */
  die(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    for (const callback of this.#onDeath.splice(0)) callback();
  }
}
