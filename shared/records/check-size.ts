import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from './envelope.ts';
import { ANY_SIZE } from './record-facts.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';

/**
 * Whether a record is as small as its type allows, unknown members counted in. One that was stored larger may still be
 * changed as long as it does not grow. Error: `record.tooLarge`.
 */
export function checkSize(before: AnyRecord | undefined, after: AnyRecord): Result<AnyRecord> {
  const most = isRecordType(after.type) ? RECORD_TYPES[after.type].mostChars : ANY_SIZE;
  if (most === ANY_SIZE) return ok(after);
  const size = sizeOf(after);
  if (size <= most || (before !== undefined && size <= sizeOf(before))) return ok(after);
  return fail(appError('record.tooLarge', `a record of this type has ${String(most)} characters at most`, { most }));
}

/** Characters of JSON, without what every step changes: of who wrote it last two names, and not what else stands there. */
function sizeOf(record: AnyRecord): number {
  const updatedBy = { ...record.updatedBy, user: '', device: '' };
  return JSON.stringify({ ...record, status: '', updatedAt: '', updatedBy, edits: [], rev: '' }).length;
}
