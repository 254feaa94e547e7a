import type { z } from 'zod';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';

/** A request body of the expected shape. Error: `record.invalid` with the path, never the value. */
export function readJsonBody<T extends z.ZodType>(schema: T, body: unknown): Result<z.infer<T>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const path = (parsed.error.issues[0]?.path ?? []).map(String).join('.');
  return fail(appError('record.invalid', `the request is not valid at ${path}`, { path }));
}
