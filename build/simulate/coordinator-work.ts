import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { taxIncludedIn } from '../../shared/money/rate.ts';
import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import type { BookStore } from '../../src-renderer/data/book-store.ts';
import type { TypedValues } from '../../src-renderer/sync/testing/typed-values.ts';

/** So few that they are the ones the member works on. */
const RECORDS_AT_WORK = 3;
const RATES = [0, 55_000, 100_000, 200_000];

/** What a coordinator does: a word in the entries of a member, settings of the activity and of the cooperative. */
export class CoordinatorWork {
  readonly #random: DemoRandom;
  readonly #typed: TypedValues;
  #values = 0;

  constructor(random: DemoRandom, typed: TypedValues) {
    this.#random = random;
    this.#typed = typed;
  }

  async act(store: BookStore): Promise<void> {
    const deed = this.#random.integer(1, 100);
    if (deed <= 60) await this.#editEntry(store);
    else if (deed <= 80) await this.#editActivity(store);
    else await this.#editCooperative(store);
  }

  async #editEntry(store: BookStore): Promise<void> {
    const entry = this.#pick(store.image('network').list('ledgerEntry').slice(-RECORDS_AT_WORK));
    if (entry?.status !== 'active') return;
    const change = this.#random.chance(40) ? this.#newRate(entry.body.amountCents) : { note: this.#newText() };
    await this.#write(store, entry, reviseRecord(store.parts.context, entry, { body: { ...entry.body, ...change } }));
  }

  async #editActivity(store: BookStore): Promise<void> {
    const settings = this.#newest(store, 'network', 'activitySettings');
    if (settings === undefined) return;
    const body = this.#random.chance(50)
      ? { ...settings.body, reserveTargetCents: this.#newValue() }
      : { ...settings.body, region: this.#newText() };
    await this.#write(store, settings, reviseRecord(store.parts.context, settings, { body }));
  }

  async #editCooperative(store: BookStore): Promise<void> {
    const settings = this.#newest(store, 'commons', 'cooperativeIdentity');
    if (settings === undefined) return;
    const body = { ...settings.body, latePenaltyText: this.#newText() };
    await this.#write(store, settings, reviseRecord(store.parts.context, settings, { body }));
  }

  #newest<T extends RecordType>(store: BookStore, image: 'network' | 'commons', type: T): RecordOf<T> | undefined {
    return store.image(image).list(type).at(-1);
  }

  async #write(store: BookStore, before: AnyRecord, after: AnyRecord): Promise<void> {
    const done = await store.write('entryChanged', [{ before, after }]);
    if (done.ok) this.#typed.note(before, after);
    else if (!['store.full', 'store.writeFailed'].includes(done.error.code)) throw new Error(done.error.message);
  }

  /** Another rate, and the VAT that goes with it. */
  #newRate(amountCents: number): { readonly vatRatePpm: number; readonly vatCents: number } {
    const vatRatePpm = this.#random.pick(RATES);
    return { vatRatePpm, vatCents: taxIncludedIn(amountCents, vatRatePpm) };
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : this.#random.pick(items);
  }

  /** Apart from the member's values. */
  #newValue(): number {
    this.#values += 1;
    return 1_000_000 + this.#values;
  }

  #newText(): string {
    return `office ${String(this.#newValue())}`;
  }
}
