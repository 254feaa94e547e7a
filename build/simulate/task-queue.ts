import type { Actor } from './actor.ts';

/** Something that will happen, unless it is cancelled or its actor dies. */
export interface Task {
  readonly at: number;
  readonly order: number;
  readonly actor: Actor;
  readonly run: () => void;
  isCancelled: boolean;
}

/** Tasks by their time; those of one time in the order in which they came. */
export class TaskQueue {
  readonly #heap: Task[] = [];
  #count = 0;

  add(at: number, actor: Actor, run: () => void): Task {
    this.#count += 1;
    const task: Task = { at, order: this.#count, actor, run, isCancelled: false };
    this.#heap.push(task);
    this.#rise(this.#heap.length - 1);
    return task;
  }

  /** The next task that was not cancelled. */
  take(): Task | undefined {
    for (;;) {
      const first = this.#heap[0];
      const last = this.#heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (this.#heap.length > 0) {
        this.#heap[0] = last;
        this.#sink(0);
      }
      if (!first.isCancelled) return first;
    }
  }

  #rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapUnlessOrdered(parent, index)) return;
      index = parent;
    }
  }

  #sink(from: number): void {
    let index = from;
    for (;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const [one, other] = [this.#heap[left], this.#heap[right]];
      if (one === undefined) return;
      const child = other !== undefined && isBefore(other, one) ? right : left;
      if (!this.#swapUnlessOrdered(index, child)) return;
      index = child;
    }
  }

  #swapUnlessOrdered(upper: number, lower: number): boolean {
    const [above, below] = [this.#heap[upper], this.#heap[lower]];
    if (above === undefined || below === undefined || !isBefore(below, above)) return false;
    this.#heap[upper] = below;
    this.#heap[lower] = above;
    return true;
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.at === b.at ? a.order < b.order : a.at < b.at;
}
