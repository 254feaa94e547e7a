import type { RxDocumentData } from 'rxdb';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import { findExcess } from '../../shared/records/record-bounds.ts';
import { isOfType, isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import { addDays } from '../../shared/time/plain-date.ts';
import { isUnderstood } from '../../shared/records/understood.ts';
import { OrderedList } from './ordered-list.ts';
import type { RecordCollection } from './storage-access.ts';
import { listTypes, readRange, toRecord } from './storage-access.ts';

const FIRST_WINDOW_DAYS = 100;
const NEXT_WINDOW_DAYS = 370;

/**
 * The records of one collection in memory, kept current by RxDB's change stream (other windows and the sync included).
 * Screens read from here and are told when something changed; nothing else reads the store for them.
 */
export class RecordImage {
  readonly #collection: RecordCollection;
  readonly #records = new Map<string, AnyRecord>();
  /** Records no screen could work with, whatever brought them into the store. */
  readonly #unreadable = new Map<string, AnyRecord>();
  /** Records that only a newer Sillon understands; those of a known type that look like one stand in `#records` too. */
  readonly #notUnderstood = new Map<string, AnyRecord>();
  /** The lists that somebody asked for, by type. */
  readonly #lists = new Map<string, OrderedList>();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #version = 0;
  #isComplete = false;
  #isClosed = false;

  constructor(collection: RecordCollection) {
    this.#collection = collection;
    const subscription = collection.eventBulks$.subscribe((bulk) => {
      for (const event of bulk.events) {
        this.#drop(event.documentId);
        if (event.operation !== 'DELETE') this.#take(toRecord(event.documentData as RxDocumentData<AnyRecord>)); // RxDB leaves it any
      }
      this.#changed();
    });
    this.#stop = () => {
      subscription.unsubscribe();
    };
  }

  /** Reads the store: short types first, those of newer versions among them, then the newest ledger entries, then the older ones. */
  async load(today: string): Promise<void> {
    try {
      await this.#readAll(today);
    } catch (error) {
      // The session may be closed while a long book is still being read.
      if (!this.#isClosed) throw error;
      return;
    }
    this.#isComplete = true;
    this.#changed();
  }

  async #readAll(today: string): Promise<void> {
    const isLate = (type: string): type is RecordType => isRecordType(type) && RECORD_TYPES[type].read === 'late';
    // What comes of another type meanwhile is told by the change stream.
    const types = await listTypes(this.#collection);
    for (const type of types) if (!isLate(type)) await this.#read(type);
    for (const type of types) if (isLate(type)) await this.#readNewestFirst(type, today);
  }

  /** True once every record has been read; figures over all records wait for it. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Grows with every change; the key of what is computed from the image. */
  get version(): number {
    return this.#version;
  }

  /** Records the server has not accepted yet. */
  get pendingCount(): number {
    let count = 0;
    for (const record of this.#records.values()) if (record.isPending === true) count += 1;
    return count;
  }

  get(id: string): AnyRecord | undefined {
    return this.#records.get(id);
  }

  /** Records that are larger than any may be, or do not look like their type: kept in the store, told apart, never worked with. */
  get unreadable(): readonly AnyRecord[] {
    return [...this.#unreadable.values()];
  }

  /**
   * Records of a type or a schema version that this Sillon does not know, so far as they are read: kept, exchanged and backed
   * up, never edited. Figures of their book are incomplete here.
   */
  get notUnderstood(): readonly AnyRecord[] {
    return [...this.#notUnderstood.values()];
  }

  /** How many records are known so far. */
  get size(): number {
    return this.#records.size;
  }

  /** Every record, in no particular order. */
  all(): Iterable<AnyRecord> {
    return this.#records.values();
  }

  /** Records of one type, ascending by date then id; the same array until one of them changes. */
  list<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    let list = this.#lists.get(type);
    if (list === undefined) {
      list = new OrderedList([...this.#records.values()].filter((record) => isOfType(record, type)));
      this.#lists.set(type, list);
    }
    return list.records as readonly RecordOf<T>[]; // only records of its type are put in
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#listeners.clear();
  }

  async #readNewestFirst(type: RecordType, today: string): Promise<void> {
    let to = addDays(today, -FIRST_WINDOW_DAYS);
    await this.#read(type, addDays(to, 1));
    const [earliest] = await readRange(this.#collection, type, '', to, 1);
    while (earliest !== undefined && to >= earliest.date && !this.#isClosed) {
      const from = addDays(to, -NEXT_WINDOW_DAYS);
      await this.#read(type, addDays(from, 1), to);
      to = from;
    }
  }

  async #read(type: string, from?: string, to?: string): Promise<void> {
    if (this.#isClosed) return;
    const records = await readRange(this.#collection, type, from, to);
    // A change that arrived while reading is newer than what was read.
    for (const record of records) if (!this.#isKnown(record.id)) this.#take(record);
    if (records.length > 0) this.#changed();
  }

  #isKnown(id: string): boolean {
    return this.#records.has(id) || this.#unreadable.has(id);
  }

  #take(record: AnyRecord): void {
    if (!isUnderstood(record)) this.#notUnderstood.set(record.id, record);
    if (findExcess(record) !== undefined || !looksLikeItsType(record)) {
      this.#unreadable.set(record.id, record);
      return;
    }
    this.#records.set(record.id, record);
    this.#lists.get(record.type)?.put(record);
  }

  #drop(id: string): void {
    const record = this.#records.get(id);
    if (record !== undefined) this.#lists.get(record.type)?.remove(record);
    this.#records.delete(id);
    this.#unreadable.delete(id);
    this.#notUnderstood.delete(id);
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Whether screens may work with a record as with any of its type. Schemas only grow, so that a later version of one fits; one
 * that does not would break them.
 */
function looksLikeItsType(record: AnyRecord): boolean {
  if (isUnderstood(record) || !isRecordType(record.type)) return true;
  return RECORD_TYPES[record.type].body.safeParse(record.body).success;
}
