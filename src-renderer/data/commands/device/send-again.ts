import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { BookStore } from '../../book-store.ts';

/**
 * Offers a refused record to the server once more: same content, a fresh edit. Only the server judges it: this device may not
 * have heard yet that a month was opened again. Errors: `record.notFound`, those of the store.
 */
export function sendAgain(store: BookStore, recordId: string): Promise<Result<void>> {
  const before = store.find(recordId);
  if (before === undefined) return Promise.resolve(fail(appError('record.notFound', `${recordId} is not here`)));
  return store.offer(before);
}
