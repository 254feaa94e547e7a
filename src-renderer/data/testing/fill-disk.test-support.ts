import { IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

/** From now on the disk takes nothing, until `vi.restoreAllMocks()`; gives how often it refused. */
export function fillDisk(): { readonly refusals: () => number } {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  });
  return { refusals: () => put.mock.calls.length };
}
