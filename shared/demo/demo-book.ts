import type { Hasher } from '../core/ports.ts';
import type { AnyRecord, Author } from '../records/envelope.ts';
import type { Bodies, RecordOf, RecordType } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';
import type { DemoIds } from './demo-ids.ts';
import type { DemoPerson } from './demo-person.ts';
import type { DemoRandom } from './demo-random.ts';

/** One book while it is being written. */
export interface DemoBook {
  readonly person: DemoPerson;
  readonly activityId: string;
  readonly today: string;
  /** First month of the books, `YYYY-MM`. */
  readonly firstMonth: string;
  readonly author: Author;
  readonly ids: DemoIds;
  readonly random: DemoRandom;
  readonly hash: Hasher;
  readonly records: AnyRecord[];
}

/** What a demonstration record needs. */
export interface DemoRecord<T extends RecordType> {
  readonly type: T;
  readonly date: string;
  readonly status: string;
  readonly body: Bodies[T];
  /** The day it was written, when that is not its date. */
  readonly writtenOn?: string;
  readonly id?: string;
  readonly author?: Author;
}

/** Adds one record to a book, written on its date by the member; nothing in the future is added. */
export function addToBook<T extends RecordType>(book: DemoBook, record: DemoRecord<T>): RecordOf<T> | undefined {
  const writtenOn = record.writtenOn ?? record.date;
  if (writtenOn > book.today) return undefined;
  const context = {
    author: record.author ?? book.author,
    clock: () => `${writtenOn}T07:${String(book.records.length % 60).padStart(2, '0')}:00.000Z`,
    newId: () => book.ids.next(writtenOn),
  };
  const { type, date, status, body } = record;
  const id = record.id === undefined ? {} : { id: record.id };
  const added = createRecord(context, { type, date, status, body, ...id, activityId: book.activityId });
  book.records.push(added);
  return added;
}
