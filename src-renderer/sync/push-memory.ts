import type { ReplicatedRecord } from './wire-record.ts';

/** What this window remembers of its own pushes: newest revisions, and records whose echo is still to come. */
export class PushMemory {
  readonly #revs = new Map<string, string>();
  readonly #echoes = new Map<string, ReplicatedRecord>();

  revOf(id: string): string | undefined {
    return this.#revs.get(id);
  }

  get isEchoDue(): boolean {
    return this.#echoes.size > 0;
  }

  /** The server accepted a record under a new revision. */
  accepted(record: ReplicatedRecord, rev: string): void {
    const { isPending, ...rest } = record;
    this.#revs.set(record.id, rev);
    this.#echoes.set(record.id, { ...rest, rev });
  }

  /** The record as pushed when the change is our own write coming back. */
  takeEcho(id: string, rev: string): ReplicatedRecord | undefined {
    const echo = this.#echoes.get(id);
    if (echo?.rev !== rev) return undefined;
    this.#echoes.delete(id);
    return echo;
  }

  forgetEchoes(): void {
    this.#echoes.clear();
  }

  forget(id: string): void {
    this.#revs.delete(id);
    this.#echoes.delete(id);
  }
}
