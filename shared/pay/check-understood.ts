import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { isPay, isPayCounted } from './counted-pay.ts';

/**
 * Whether a pay may be asked or taken further: not on figures that may lack something, because the book or the cooperative's
 * settings hold what only a newer Sillon understands (`isIncomplete`). A pay may still be refused or withdrawn, which gives
 * the money back. Error: `book.incomplete`.
 */
export function checkPayUnderstood(after: AnyRecord, isIncomplete: boolean): Result<AnyRecord> {
  if (!isIncomplete || !isPay(after) || !isPayCounted(after)) return ok(after);
  return fail(appError('book.incomplete', 'this book holds records of a newer version'));
}
