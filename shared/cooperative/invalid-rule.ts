import { appError } from '../core/errors.ts';
import type { ErrorCode } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail } from '../core/result.ts';

/** A rule of the cooperative that does not fit: its `name` as people know it and the `field` to mend. */
export function invalidRule(
  name: string,
  field: string,
  code: Extract<ErrorCode, `rules.${string}`> = 'rules.invalid',
): Result<never> {
  return fail(appError(code, `${name}: ${field} does not fit`, { name, field }));
}
