import { currentStage } from './globals.ts';
import type { Computer } from './globals.ts';
import type { Actor } from './actor.ts';
import type { World } from './world.ts';

const SLOWEST_MS = 3;

/** A browser's BroadcastChannel: the windows of one computer hear each other, each in a task of its own. */
export class SharedChannel {
  readonly name: string;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  readonly #owner: Actor;
  readonly #world: World;
  readonly #computer: Computer;

  constructor(name: string) {
    this.name = name;
    const { world, computerOf } = currentStage();
    const computer = computerOf();
    if (computer === undefined) throw new Error('only windows have channels');
    this.#world = world;
    this.#owner = world.current;
    this.#computer = computer;
    computer.channels.add(this);
    this.#owner.onDeath(() => {
      this.close();
    });
  }

  postMessage(data: unknown): void {
    for (const other of this.#computer.channels) {
      if (other === this || other.name !== this.name) continue;
      const copy = structuredClone(data);
      this.#world.afterFor(other.#owner, this.#world.random.integer(0, SLOWEST_MS), () => {
        if (this.#computer.channels.has(other)) other.onmessage?.({ data: copy });
      });
    }
  }

  close(): void {
    this.#computer.channels.delete(this);
  }
}
