import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail } from '../../shared/core/result.ts';
import type { BookStore } from './book-store.ts';

/**
 * Runs a command that all windows of a store must run one after the other, because it decides on what is stored.
 * Error: `store.unavailable` when the browser has no locks.
 */
export async function withLock<T>(
  store: BookStore,
  name: string,
  command: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  if (locks === undefined) return fail(appError('store.unavailable', `no locks: two windows could both do ${name}`));
  return locks.request(`sillon-${name}-${store.parts.database.name}`, command);
}
