import type { RecordOf, RecordType } from '../../shared/records/registry.ts';
import { isOfType } from '../../shared/records/registry.ts';
import type { BookStore } from './book-store.ts';
import { readByIds } from './storage-access.ts';

/** A record of the member's own book as stored now, not as a window shows it; `undefined` when there is none of that type. */
export async function readOne<T extends RecordType>(
  store: BookStore,
  type: T,
  id: string,
): Promise<RecordOf<T> | undefined> {
  const { book } = store.parts.collections;
  const found = book === undefined ? undefined : (await readByIds(book, [id])).get(id);
  return found !== undefined && isOfType(found, type) ? found : undefined;
}
