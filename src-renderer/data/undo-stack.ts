import type { undo } from '../i18n/fr/undo.ts';
import { afterUndo, invertWrite } from './invert-write.ts';
import type { RecordWrite } from './storage-access.ts';

/** What a write is called: the key of its text. One without a text does not compile. */
export type UndoLabel = keyof typeof undo;

/** What was done, in words the screen translates, and the records it touched. */
export interface UndoEntry {
  readonly label: UndoLabel;
  readonly writes: readonly RecordWrite[];
}

const KEPT = 50;

/** The writes of this window that are offered to be taken back, the last one first. */
export class UndoStack {
  #entries: readonly UndoEntry[] = [];
  readonly #listeners = new Set<() => void>();

  /** What the next undo takes back. */
  get last(): UndoEntry | undefined {
    return this.#entries.at(-1);
  }

  /** Calls back whenever another write is the last one. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What can be taken back is offered to be; what cannot ends the earlier offers about the same records. */
  remember(label: UndoLabel, writes: readonly RecordWrite[]): void {
    if (writes.every((write) => invertWrite(write) !== undefined)) {
      this.#set([...this.#entries, { label, writes }].slice(-KEPT));
    } else this.forget(writes.map(({ after }) => after.id));
  }

  /** Nothing of these records can be taken back any more: they became final (an invoice issued), or left the book. */
  forget(ids: readonly string[]): void {
    this.#set(this.#entries.filter(({ writes }) => !writes.some(({ after }) => ids.includes(after.id))));
  }

  /** Offers an entry no more, wherever it stands by now. */
  drop(entry: UndoEntry): void {
    this.#set(this.#entries.filter((other) => other !== entry));
  }

  /** An entry was taken back by these writes: earlier ones go on from what they left. */
  takenBack(entry: UndoEntry, inverse: readonly RecordWrite[]): void {
    this.#entries = this.#entries.map((other) =>
      other === entry ? other : { ...other, writes: afterUndo(other.writes, entry.writes, inverse) },
    );
    this.drop(entry);
  }

  #set(entries: readonly UndoEntry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}
