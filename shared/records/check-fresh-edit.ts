import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { isSameRecord } from './check-transition.ts';
import type { AnyRecord } from './envelope.ts';

/**
 * Whether a write that changes anything of a stored record brings an edit that the record never had: by it devices see that
 * something changed. What is sent again because its answer was lost says the same, and passes.
 * Error: `record.invalid` at `edits`.
 */
export function checkFreshEdit(before: AnyRecord | undefined, after: AnyRecord): Result<AnyRecord> {
  const [newest = ''] = after.edits;
  if (before?.edits.includes(newest) !== true || isSameRecord(before, after)) return ok(after);
  return fail(appError('record.invalid', `${after.id} changed under an edit of before`, { path: 'edits' }));
}
