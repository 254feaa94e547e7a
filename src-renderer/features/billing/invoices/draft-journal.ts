import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { DraftForm } from './draft-form.ts';

/**
 * A copy of the fields, written at every keystroke: unlike the store it is written at once, so that a reload or a crash
 * between two saves of the draft loses nothing.
 */
export interface JournalEntry {
  readonly form: DraftForm;
  /** Newest edit of the stored draft these fields started from; empty before the first save. */
  readonly baseEdit: string;
  /** Instant of the last keystroke. */
  readonly at: string;
}

const FORMAT = 1;

/** Where the journal is kept: the part of `localStorage` it needs. */
export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The journal of one person's store; drafts of others on the same computer have other names. */
export class DraftJournal {
  readonly #storage: JournalStorage;
  readonly #prefix: string;

  constructor(storage: JournalStorage, storeName: string) {
    this.#storage = storage;
    this.#prefix = `sillon-draft:${storeName}:`;
  }

  read(id: string): JournalEntry | undefined {
    const text = this.#storage.getItem(this.#prefix + id);
    if (text === null) return undefined;
    try {
      const value = JSON.parse(text) as { format?: number; entry?: JournalEntry };
      return value.format === FORMAT && Array.isArray(value.entry?.form.lines) ? value.entry : undefined;
    } catch {
      return undefined;
    }
  }

  write(id: string, entry: JournalEntry): void {
    try {
      this.#storage.setItem(this.#prefix + id, JSON.stringify({ format: FORMAT, entry }));
    } catch {
      // No room for the copy: the draft itself is saved a moment later and says so when it cannot be.
    }
  }

  remove(id: string): void {
    this.#storage.removeItem(this.#prefix + id);
  }

  /** Forgets new invoices nobody typed in, opened before `before`. */
  removeUntouched(before: string): void {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index));
    for (const key of keys) {
      if (key?.startsWith(this.#prefix) !== true) continue;
      const id = key.slice(this.#prefix.length);
      const entry = this.read(id);
      if (entry === undefined || (entry.baseEdit === '' && entry.at < before && isUntouched(entry.form)))
        this.remove(id);
    }
  }
}

/**
 * Whether the journal is newer than the stored draft: it started from this very state, or this device saved the state
 * and more was typed while it did.
 */
export function isJournalNewer(entry: JournalEntry, record: RecordOf<'invoice'>, deviceId: string): boolean {
  if (entry.baseEdit === record.edits[0]) return true;
  return record.updatedBy.device === deviceId && entry.at > record.updatedAt;
}

/** Whether nothing a person typed stands in these fields. */
export function isUntouched(form: DraftForm): boolean {
  const isBlank = form.lines.every((line) => line.description === '' && line.unitPrice === '');
  return isBlank && form.customerId === '' && form.subject === '' && form.note === '' && form.orderReference === '';
}
