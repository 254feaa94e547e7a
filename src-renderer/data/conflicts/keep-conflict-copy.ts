import { COOPERATIVE } from '../../../shared/access/database-names.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import type { BookStore } from '../book-store.ts';
import { readByIds, writeRecords } from '../storage-access.ts';

/** Writes a conflict copy unless the same one is there already (its id is made from its content). Throws when the disk refuses. */
export async function keepConflictCopy(store: BookStore, copy: RecordOf<'conflictCopy'>): Promise<void> {
  const { book = store.parts.collections.network } = store.parts.collections;
  if (book === undefined) return;
  if ((await readByIds(book, [copy.id])).has(copy.id)) return;
  // What clashes in the commons belongs to no book: its copy stays on this device.
  const mark = copy.activityId === COOPERATIVE ? 'asGiven' : 'waits';
  const done = await writeRecords(book, [{ before: undefined, after: copy }], mark);
  if (!done.ok) throw new Error(done.error.code);
}
