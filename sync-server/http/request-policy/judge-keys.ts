import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { MOST_KEYS } from '../../../shared/sync/records-only.ts';
import type { JudgedBody } from './judged-body.ts';
import { isObject, notOurs } from './judged-body.ts';

/** Ids of records or of parts of receipts; never of design documents. Errors: `network.refused`, `network.tooMuch`. */
export function judgeKeys(body: unknown): Result<JudgedBody> {
  if (!isObject(body) || Object.keys(body).join() !== 'keys' || !Array.isArray(body['keys'])) return fail(notOurs());
  const keys: readonly unknown[] = body['keys'];
  if (keys.length > MOST_KEYS) return fail(appError('network.tooMuch', 'too many ids at once', { most: MOST_KEYS }));
  return keys.every(isRecordId) ? ok({ body: { keys }, count: keys.length }) : fail(notOurs());
}

/** Whether it may be the id of a document that devices read and write: CouchDB's own begin with an underscore. */
export function isRecordId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100 && /^[^_]/.test(value);
}
