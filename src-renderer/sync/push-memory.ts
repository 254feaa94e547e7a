import type { ReplicatedRecord } from './wire-record.ts';

/** What this window remembers of its own pushes: newest revisions, and records whose echo is still to come. */
export class PushMemory {
  readonly #accepted = new Map<string, { readonly rev: string; readonly edit: string }>();
  readonly #echoes = new Map<string, ReplicatedRecord>();

  revOf(id: string): string | undefined {
    return this.#accepted.get(id)?.rev;
  }

  /**
   * The revision a record may be written over: the one our own push made, when the record descends from what was pushed. A
   * record that a late pull set back does not: with that revision the server would take it for a successor.
   */
  revFor(record: ReplicatedRecord): string | undefined {
    const accepted = this.#accepted.get(record.id);
    return accepted !== undefined && record.edits.includes(accepted.edit) ? accepted.rev : undefined;
  }

  get isEchoDue(): boolean {
    return this.#echoes.size > 0;
  }

  /** The server accepted a record under a new revision. */
  accepted(record: ReplicatedRecord, rev: string): void {
    const { isPending, ...rest } = record;
    this.#accepted.set(record.id, { rev, edit: record.edits[0] ?? '' });
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
    this.#accepted.delete(id);
    this.#echoes.delete(id);
  }
}
