import type { AccountInfo } from '../../shared/access/account-info.ts';
import { seedRandom } from '../../shared/demo/demo-random.ts';
import type { BookStore } from '../../src-renderer/data/book-store.ts';
import { openStore } from '../../src-renderer/data/open-store.ts';
import type { Stop, Surroundings } from '../../src-renderer/sync/surroundings.ts';
import { SyncEngine } from '../../src-renderer/sync/sync-engine.ts';
import { Actor } from './actor.ts';
import type { SharedChannel } from './channels.ts';
import { Disk } from './disk.ts';
import type { Computer } from './globals.ts';
import type { Line } from './line.ts';
import { Locks } from './locks.ts';
import type { Task } from './task-queue.ts';
import type { World } from './world.ts';

/** One window of Sillon on a computer. */
export interface Window {
  readonly actor: Actor;
  /** Undefined while it opens. */
  store: BookStore | undefined;
  engine: SyncEngine | undefined;
}

const byActor = new WeakMap<Actor, SimulatedComputer>();

/** Whose computer an actor runs on; undefined for what is no window. */
export function computerOf(actor: Actor): SimulatedComputer | undefined {
  return byActor.get(actor);
}

/** A computer with its disk, its line, its clock, and the windows of one account. */
export class SimulatedComputer implements Computer {
  readonly name: string;
  readonly account: AccountInfo;
  readonly line: Line;
  readonly disk = new Disk();
  readonly channels = new Set<SharedChannel>();
  readonly locks: Locks;
  readonly windows = new Set<Window>();
  readonly #world: World;
  readonly #pageListeners = new Set<() => void>();
  #clockSkewMs = 0;
  #opened = 0;

  constructor(world: World, name: string, account: AccountInfo, line: Line) {
    this.#world = world;
    this.name = name;
    this.account = account;
    this.line = line;
    this.locks = new Locks(world);
  }

  /** The clock of the whole computer is put forward or back. */
  setClock(skewMs: number): void {
    this.#clockSkewMs = skewMs;
    for (const { actor } of this.windows) actor.clockSkewMs = skewMs;
  }

  /** Opens a window and begins to exchange. */
  open(): Window {
    this.#opened += 1;
    const name = `${this.name}.${String(this.#opened)}`;
    const actor = new Actor(name, seedRandom(`${name} ${String(this.#world.random.integer(0, 1e9))}`));
    actor.clockSkewMs = this.#clockSkewMs;
    byActor.set(actor, this);
    const window: Window = { actor, store: undefined, engine: undefined };
    this.windows.add(window);
    actor.onDeath(() => this.windows.delete(window));
    void this.#world.begin(actor, async () => {
      const store = await openStore(this.account, () => new Date().toISOString(), 'simulated');
      const engine = new SyncEngine(store, this.#surroundings());
      Object.assign(window, { store, engine });
      await engine.start();
    });
    return window;
  }

  /** A person closes a window. */
  close(window: Window): void {
    const { actor, engine, store } = window;
    this.windows.delete(window);
    void this.#world.begin(actor, async () => {
      await engine?.stop();
      await store?.close();
    });
    // The page is gone a moment later, whatever it still had to do.
    this.#world.afterFor(this.#world.self, this.#world.random.integer(50, 5_000), () => {
      actor.die();
    });
  }

  /** The line came back: each window is told, as by a browser. */
  tellOnline(): void {
    for (const listener of [...this.#pageListeners]) listener();
  }

  #surroundings(): Surroundings {
    return {
      fetch: this.line.fetch,
      timers: {
        after: (milliseconds, callback) => stopping(this.#world.after(milliseconds, callback)),
        every: (milliseconds, callback) => this.#every(milliseconds, callback),
      },
      random: () => Math.random(),
      page: {
        isOnline: () => true,
        isVisible: () => true,
        savesData: () => false,
        watch: ({ onOnline }) => this.#watch(onOnline),
      },
      zip: (text) => Promise.resolve(new TextEncoder().encode(text).buffer),
    };
  }

  #every(milliseconds: number, callback: () => void): Stop {
    let task: Task;
    const plan = (): void => {
      task = this.#world.after(milliseconds, () => {
        plan();
        callback();
      });
    };
    plan();
    return () => {
      task.isCancelled = true;
    };
  }

  #watch(onOnline: () => void): Stop {
    const owner = this.#world.current;
    const listener = (): void => {
      this.#world.afterFor(owner, 0, onOnline);
    };
    this.#pageListeners.add(listener);
    return () => this.#pageListeners.delete(listener);
  }
}

function stopping(task: Task): Stop {
  return () => {
    task.isCancelled = true;
  };
}
