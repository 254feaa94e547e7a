/** Wakes long-polls: per database, and once for everything that happens to any database. */
export class ChangeNotifier {
  readonly #listeners = new Map<number, Set<() => void>>();
  readonly #globalListeners = new Set<() => void>();

  onDatabase(db: number, listener: () => void): () => void {
    const listeners = this.#listeners.get(db) ?? new Set();
    this.#listeners.set(db, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(db) === listeners) this.#listeners.delete(db);
    };
  }

  onAny(listener: () => void): () => void {
    this.#globalListeners.add(listener);
    return () => this.#globalListeners.delete(listener);
  }

  notify(db?: number): void {
    if (db !== undefined) for (const listener of [...(this.#listeners.get(db) ?? [])]) listener();
    for (const listener of [...this.#globalListeners]) listener();
  }
}
