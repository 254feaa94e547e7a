import type { ErrorCode } from '../core/errors.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from './envelope.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';

/** Whether nobody writes records of a type any more: versions before did, and what they wrote is read for ever. */
export function isRetired(type: string): boolean {
  return isRecordType(type) && RECORD_TYPES[type].writers.length === 0;
}

/** Whether a record is of a type that is still written; `code` where it is not. */
export function checkNotRetired(record: AnyRecord, code: ErrorCode): Result<AnyRecord> {
  return isRetired(record.type) ? fail(appError(code, `${record.type} is written no more`)) : ok(record);
}
