import type { Actor } from './actor.ts';
import type { World } from './world.ts';

interface Wish {
  readonly owner: Actor;
  readonly begin: () => void;
}

type Work<T> = () => Promise<T> | T;

interface LockOptions {
  readonly signal?: AbortSignal;
}

/** A browser's locks between the windows of one computer. A window that dies lets go of its own. */
export class Locks {
  readonly #world: World;
  readonly #held = new Map<string, Wish>();
  readonly #waiting = new Map<string, Wish[]>();

  constructor(world: World) {
    this.#world = world;
  }

  request<T>(name: string, ...rest: [Work<T>] | [LockOptions, Work<T>]): Promise<T> {
    const work = rest.length === 1 ? rest[0] : rest[1];
    const signal = rest.length === 1 ? undefined : rest[0].signal;
    const owner = this.#world.current;
    return new Promise((resolve, reject) => {
      const wish: Wish = {
        owner,
        begin: () => {
          void this.#do(name, wish, work).then(resolve, reject);
        },
      };
      signal?.addEventListener('abort', () => {
        const waiting = this.#waiting.get(name) ?? [];
        if (!waiting.includes(wish)) return;
        waiting.splice(waiting.indexOf(wish), 1);
        reject(signal.reason as Error);
      });
      owner.onDeath(() => {
        this.#forget(name, wish);
      });
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), wish]);
      this.#next(name);
    });
  }

  query(): Promise<{ held: { name: string }[] }> {
    return Promise.resolve({ held: [...this.#held.keys()].map((name) => ({ name })) });
  }

  async #do<T>(name: string, wish: Wish, work: Work<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.#forget(name, wish);
    }
  }

  #forget(name: string, wish: Wish): void {
    this.#waiting.set(
      name,
      (this.#waiting.get(name) ?? []).filter((other) => other !== wish),
    );
    if (this.#held.get(name) !== wish) return;
    this.#held.delete(name);
    this.#next(name);
  }

  #next(name: string): void {
    const next = this.#waiting.get(name)?.[0];
    if (next === undefined || this.#held.has(name)) return;
    this.#held.set(name, next);
    this.#waiting.get(name)?.shift();
    this.#world.afterFor(next.owner, 0, next.begin);
  }
}
