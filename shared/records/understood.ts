import type { AppError } from '../core/errors.ts';
import { appError } from '../core/errors.ts';
import type { AnyRecord } from './envelope.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';

/**
 * Why this version of Sillon cannot work with a record: `record.unknownType`, or `record.tooNew` for a schema version of its
 * type that came later. Such a record is kept, counted in comparisons and passed on as it is, and never edited; figures of
 * the book that holds it are incomplete here. Undefined for every other record.
 */
export function notUnderstood({ id, type, schemaVersion }: AnyRecord): AppError | undefined {
  if (!isRecordType(type)) return appError('record.unknownType', `unknown record type ${type}`, { type });
  if (schemaVersion <= RECORD_TYPES[type].version) return undefined;
  return appError('record.tooNew', `${id} was written by a newer version`, { id });
}

/** Whether this version of Sillon knows the type of a record, and the schema version it was written in. */
export function isUnderstood(record: AnyRecord): boolean {
  return notUnderstood(record) === undefined;
}
