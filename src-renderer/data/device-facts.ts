import type { RxCollection } from 'rxdb';
import type { DeviceFact } from './collection-schema.ts';

/** Small typed access to the facts that never leave the device. */
export class DeviceFacts {
  readonly #collection: RxCollection<DeviceFact>;

  constructor(collection: RxCollection<DeviceFact>) {
    this.#collection = collection;
  }

  async get(id: string): Promise<DeviceFact | undefined> {
    return (await this.#collection.findOne(id).exec())?.toJSON();
  }

  async list(kind: string): Promise<DeviceFact[]> {
    const found = await this.#collection.find({ selector: { kind }, sort: [{ kind: 'asc' }, { at: 'asc' }] }).exec();
    return found.map((document) => document.toJSON());
  }

  async put(fact: DeviceFact): Promise<void> {
    // Not incrementally: a put that a full disk refused would refuse each later one of its id.
    await this.#collection.upsert(fact);
  }

  async remove(id: string): Promise<void> {
    await this.#collection.findOne(id).incrementalRemove();
  }

  /** Calls back with all facts of a kind now and after every change, in every window. */
  watch(kind: string, listener: (facts: DeviceFact[]) => void): () => void {
    const subscription = this.#collection
      .find({ selector: { kind }, sort: [{ kind: 'asc' }, { at: 'asc' }] })
      .$.subscribe((documents) => {
        listener(documents.map((document) => document.toJSON()));
      });
    return () => {
      subscription.unsubscribe();
    };
  }
}
