import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordImage } from '../data/record-image.ts';
import type { RecordCollection } from '../data/storage-access.ts';
import { writeRecords } from '../data/storage-access.ts';
import type { CouchHttp } from './couch-http.ts';
import { readDocuments } from './pull-changes.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { fromWire } from './wire-record.ts';

/** One request asks for at most so many records. */
const ASKED_AT_ONCE = 100;
/** What is passed over so often is passed over for a reason. */
const MOST_TIMES = 3;

/**
 * Records that a pull brought and RxDB passed over, which the feed never brings again. It does so with a record that it takes
 * for unsent: while a conflict is decided for an older version, and when a window was gone between its writing a record and its
 * noting that the server has it. Such a record is written once more as it is, which makes the push ask whether the server has
 * moved on, and is brought once more.
 */
export class PassedOver {
  /** Newest edit of each record that was handed over and not seen here since. */
  readonly #handed = new Map<string, string>();
  readonly #times = new Map<string, number>();
  /** To be brought with the next pull. */
  readonly #wanted = new Set<string>();

  /** To be called with everything that a pull hands over. */
  note(documents: readonly ReplicatedRecord[], image: RecordImage): void {
    for (const id of this.#handed.keys()) this.#look(id, image);
    for (const { id, edits } of documents) this.#handed.set(id, edits[0] ?? '');
  }

  /** Readies what was passed over for another try; false when there is nothing. Call it when nothing is being exchanged. */
  async ready(collection: RecordCollection, image: RecordImage): Promise<boolean> {
    const passed = [...this.#handed.keys()].flatMap((id) => this.#look(id, image) ?? []);
    const left = passed.filter((record) => this.#mayTry(record)).slice(0, ASKED_AT_ONCE);
    let isReady = false;
    // One by one: what changes at the same moment holds up no other, and what a full disk refuses is tried another time.
    for (const record of left) {
      const done = await writeRecords(collection, [{ before: record, after: record }], 'asGiven');
      if (!done.ok) continue;
      this.#count(record);
      isReady = true;
    }
    return isReady;
  }

  /** The server's state of what was readied. Call it while nothing is being pushed. */
  async find(http: CouchHttp): Promise<ReplicatedRecord[]> {
    const wanted = [...this.#wanted];
    const found = (await readDocuments(http, wanted)).map(fromWire);
    for (const id of wanted) this.#wanted.delete(id);
    return found;
  }

  /** The record that stands here although another was handed over; undefined when all is well or the push will meet it. */
  #look(id: string, image: RecordImage): AnyRecord | undefined {
    const record = image.get(id);
    if (record?.isPending === true || !image.isComplete) return undefined;
    if (record !== undefined && !record.edits.includes(this.#handed.get(id) ?? '')) return record;
    this.#handed.delete(id);
    return undefined;
  }

  #mayTry({ id }: AnyRecord): boolean {
    if (this.#wanted.has(id)) return false;
    const isForNothing = (this.#times.get(this.#handed.get(id) ?? '') ?? 0) >= MOST_TIMES;
    if (isForNothing) this.#handed.delete(id);
    return !isForNothing;
  }

  #count({ id }: AnyRecord): void {
    const edit = this.#handed.get(id) ?? '';
    this.#times.set(edit, (this.#times.get(edit) ?? 0) + 1);
    this.#wanted.add(id);
  }
}
