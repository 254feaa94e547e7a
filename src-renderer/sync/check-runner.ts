import type { BookStore } from '../data/book-store.ts';
import { makeWish, watchWishes } from '../data/wishes.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { openCheckApi } from './check-api.ts';
import type { DatabaseReplication } from './replicate-database.ts';
import type { Surroundings } from './surroundings.ts';

/** The trace of the last comparison with the server, kept on the device and shown. */
export interface CheckTrace {
  readonly at: string;
  readonly monthsChecked: number;
  readonly monthsWaiting: number;
  readonly fetched: readonly string[];
  readonly sentAgain: readonly string[];
  /** Code of the error that ended it, empty when none. */
  readonly error: string;
}

const TRACE_FACT = 'sync-check';
/** Once a day, and once an hour somebody looks at the clock. */
const DUE_AFTER_MS = 20 * 3_600_000;
const LOOK_EVERY_MS = 3_600_000;
const IDS_KEPT = 50;

/** What the runner looks after: each database this device copies. */
export interface CheckedDatabase {
  readonly name: DatabaseName;
  readonly database: string;
  readonly replication: DatabaseReplication;
}

/** Compares every database of the device with the server's, on demand and once a day; keeps a trace of what it mended. */
export class CheckRunner {
  readonly #store: BookStore;
  readonly #databases: readonly CheckedDatabase[];
  readonly #around: Surroundings;
  readonly #stops: (() => void)[] = [];
  #underWay: Promise<void> | undefined;

  constructor(store: BookStore, databases: readonly CheckedDatabase[], around: Surroundings) {
    this.#store = store;
    this.#databases = databases;
    this.#around = around;
  }

  /** Follows wishes of any window and the clock, until {@link stop}. `isIdle`: nothing is being exchanged. */
  start(isIdle: () => boolean): void {
    this.#stops.push(watchWishes(this.#store.parts.facts, 'sync-check-wish', () => void this.run()));
    this.#stops.push(this.#around.timers.every(LOOK_EVERY_MS, () => void this.#runWhenDue(isIdle)));
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  /** Compares now; a second call waits for the first. Never fails: what went wrong stands in the trace. */
  run(): Promise<void> {
    this.#underWay ??= this.#compare().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #runWhenDue(isIdle: () => boolean): Promise<void> {
    const { facts, context } = this.#store.parts;
    const last = (await facts.get(TRACE_FACT))?.at ?? '';
    const age = Date.parse(context.clock()) - (last === '' ? 0 : Date.parse(last));
    // A clock that was set back leaves a trace of the future.
    if (isIdle() && Math.abs(age) > DUE_AFTER_MS) await this.run();
  }

  async #compare(): Promise<void> {
    const { account, facts, context } = this.#store.parts;
    const trace = { monthsChecked: 0, monthsWaiting: 0, fetched: [] as string[], sentAgain: [] as string[], error: '' };
    for (const { database, replication } of this.#databases) {
      try {
        const checked = await replication.check(openCheckApi(database, account.account, this.#around));
        if (!checked.ok) {
          trace.error = checked.error.code;
          break;
        }
        trace.monthsChecked += checked.value.monthsChecked;
        trace.monthsWaiting += checked.value.monthsWaiting;
        trace.fetched.push(...checked.value.fetched);
        trace.sentAgain.push(...checked.value.sentAgain);
      } catch {
        trace.error = 'network.offline';
        break;
      }
    }
    const body = { ...trace, fetched: trace.fetched.slice(0, IDS_KEPT), sentAgain: trace.sentAgain.slice(0, IDS_KEPT) };
    await facts.put({ id: TRACE_FACT, kind: TRACE_FACT, at: context.clock(), body }).catch(() => undefined);
  }
}

/** Asks the window that exchanges for a comparison. */
export async function wishCheck(store: BookStore): Promise<void> {
  await makeWish(store.parts.facts, store.parts.context, 'sync-check-wish');
}

/** Follows the trace of the last comparison; undefined before the first one. */
export function watchCheck(store: BookStore, listener: (trace: CheckTrace | undefined) => void): () => void {
  return store.parts.facts.watch(TRACE_FACT, ([fact]) => {
    listener(fact === undefined ? undefined : ({ ...fact.body, at: fact.at } as unknown as CheckTrace)); // as #compare wrote it
  });
}
