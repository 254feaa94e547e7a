import { createHash } from 'node:crypto';
import { IDBKeyRange } from 'fake-indexeddb';
import type { Disk } from './disk.ts';
import { SharedChannel } from './channels.ts';
import type { Locks } from './locks.ts';
import type { Task } from './task-queue.ts';
import type { World } from './world.ts';

/** What the computer of the actor that runs has beyond the world's time. */
export interface Computer {
  readonly disk: Disk;
  readonly locks: Locks;
  readonly channels: Set<SharedChannel>;
}

interface Stage {
  readonly world: World;
  /** The computer of whoever runs; the simulation and the server have none. */
  readonly computerOf: () => Computer | undefined;
}

let stage: Stage | undefined;

/** From now on the globals are those of this world. */
export function setStage(next: Stage): void {
  stage = next;
}

export function currentStage(): Stage {
  if (stage === undefined) throw new Error('no simulation is running');
  return stage;
}

const computer = (): Computer => {
  const found = currentStage().computerOf();
  if (found === undefined) throw new Error(`${currentStage().world.current.name} has no computer of its own`);
  return found;
};

const timer = (task: Task): object => ({
  task,
  ref: () => undefined,
  unref: () => undefined,
  hasRef: () => true,
});

function cancel(handle: unknown): void {
  const { task } = (handle ?? {}) as { task?: Task };
  if (task !== undefined) task.isCancelled = true;
}

type Callback = (...values: unknown[]) => void;

function setVirtualInterval(callback: Callback, milliseconds = 0, ...values: unknown[]): object {
  const { world } = currentStage();
  const owner = world.current;
  const handle = { task: undefined as Task | undefined, ref: () => undefined, unref: () => undefined };
  const plan = (): void => {
    handle.task = world.afterFor(owner, Math.max(1, milliseconds), () => {
      plan();
      callback(...values);
    });
  };
  plan();
  return handle;
}

const RealDate = Date;

class VirtualDate extends RealDate {
  constructor(...values: unknown[]) {
    if (values.length === 0) super(currentStage().world.clockMs);
    else super(...(values as [number])); // whichever of its forms was called
  }

  static override now(): number {
    return currentStage().world.clockMs;
  }
}

function randomUnit(): number {
  return currentStage().world.current.random.integer(0, 0x3fffffff) / 0x40000000;
}

const put = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

/** What libraries look for while they are loaded. */
export function installEarly(): void {
  put('IDBKeyRange', IDBKeyRange);
  put('indexedDB', {
    open: (name: string, version?: number) => computer().disk.open(name, version),
    // Nobody lists them; without it Dexie keeps a list of its own.
    databases: () => Promise.resolve([]),
  });
  put('BroadcastChannel', undefined);
  put('self', globalThis);
  // What library-patches.ts keeps by window.
  const noWindow = { page: 'none' };
  put('simulatedWindow', () => stage?.world.current ?? noWindow);
}

/** Replaces what a page or a server reads of time, chance, disk and neighbours. Once a process, after everything was loaded. */
export function installGlobals(): void {
  put('setTimeout', (callback: Callback, milliseconds = 0, ...values: unknown[]) =>
    timer(
      currentStage().world.after(Number.isFinite(milliseconds) ? milliseconds : 0, () => {
        callback(...values);
      }),
    ),
  );
  put('setImmediate', (callback: Callback, ...values: unknown[]) =>
    timer(
      currentStage().world.soon(() => {
        callback(...values);
      }),
    ),
  );
  put('setInterval', setVirtualInterval);
  for (const name of ['clearTimeout', 'clearImmediate', 'clearInterval']) put(name, cancel);
  put('Date', VirtualDate);
  put('BroadcastChannel', SharedChannel);
  // When memory is freed is nobody's business here.
  put('WeakRef', StrongRef);
  put('FinalizationRegistry', NoRegistry);
  put('navigator', {
    onLine: true,
    userAgent: 'simulation',
    get locks() {
      return computer().locks;
    },
  });
  put('crypto', {
    getRandomValues: fillWithChance,
    randomUUID: () => `00000000-0000-4000-8000-${hexOfChance(12)}`,
    subtle: { digest: digestAtOnce },
  });
  Math.random = randomUnit;
  performance.now = () => currentStage().world.now;
}

class StrongRef<T> {
  readonly #target: T;

  constructor(target: T) {
    this.#target = target;
  }

  deref(): T {
    return this.#target;
  }
}

class NoRegistry {
  register(): void {
    // Nothing is ever freed.
  }

  unregister(): void {
    // Nothing was registered.
  }
}

function fillWithChance<T extends Uint8Array>(bytes: T): T {
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(randomUnit() * 256);
  return bytes;
}

/** So many hexadecimal digits by chance. */
export function hexOfChance(digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(randomUnit() * 16).toString(16)).join('');
}

/** RxDB hashes names and schemas with it. */
function digestAtOnce(_algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer> {
  const digest = createHash('sha256').update(bytes).digest();
  return Promise.resolve(new Uint8Array(digest).buffer);
}
