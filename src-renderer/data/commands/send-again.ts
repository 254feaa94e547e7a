import type { Result } from '../../../shared/core/result.ts';
import { fail } from '../../../shared/core/result.ts';
import { appError } from '../../../shared/core/errors.ts';
import { reviseRecord } from '../../../shared/records/write-record.ts';
import type { BookStore } from '../book-store.ts';

/**
 * Offers a refused record to the server once more: same content, a fresh edit. Errors: `record.notFound`, those of a write.
 */
export function sendAgain(store: BookStore, recordId: string): Promise<Result<void>> {
  const before = store.find(recordId);
  if (before === undefined) return Promise.resolve(fail(appError('record.notFound', `${recordId} is not here`)));
  return store.write('sentAgain', [{ before, after: reviseRecord(store.parts.context, before, {}) }]);
}
