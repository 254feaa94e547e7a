import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';

/**
 * The list with `next` in the place of `old`: added without `old`, taken out without `next`.
 * Error: `store.writeFailed` when somebody changed `old` meanwhile.
 */
export function replaceItem<T>(items: readonly T[], old: T | undefined, next: T | undefined): Result<T[]> {
  const given = next === undefined ? [] : [next];
  if (old === undefined) return ok([...items, ...given]);
  const wanted = JSON.stringify(old);
  const index = items.findIndex((item) => JSON.stringify(item) === wanted);
  if (index < 0) return fail(appError('store.writeFailed', 'the rule changed meanwhile', { changedElsewhere: true }));
  return ok([...items.slice(0, index), ...given, ...items.slice(index + 1)]);
}
