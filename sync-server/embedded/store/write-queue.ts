/** Runs the writes of one key one after the other; different keys do not wait for each other. */
export class WriteQueue<Key> {
  readonly #tails = new Map<Key, Promise<unknown>>();

  async run<T>(key: Key, action: () => T | Promise<T>): Promise<T> {
    const previous = this.#tails.get(key) ?? Promise.resolve();
    const result = previous.then(action);
    const tail = result.catch(() => undefined);
    this.#tails.set(key, tail);
    try {
      return await result;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }
}
