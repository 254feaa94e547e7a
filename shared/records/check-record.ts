import type { AppError } from '../core/errors.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from './envelope.ts';
import { envelopeSchema } from './envelope.ts';
import { findExcess } from './record-bounds.ts';
import type { RecordType } from './registry.ts';
import { RECORD_TYPES } from './registry.ts';
import { notUnderstood } from './understood.ts';

/**
 * Structure check of one record: bounds (`record-bounds.ts`), envelope, known type and status, body against its type's schema, id that names the type.
 * A record written by a newer Sillon gets `record.tooNew` (it may be shown, never changed).
 * `hasWholeTexts`: half characters and nulls are refused. Errors: `record.invalid` (with `path`), `record.unknownType`,
 * `record.tooNew`.
 */
export function checkRecord(value: unknown, hasWholeTexts = true): Result<AnyRecord> {
  const excess = findExcess(value, hasWholeTexts);
  if (excess !== undefined) return fail(invalid([{ path: [excess] }]));
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return fail(invalid(envelope.error.issues));
  const record: AnyRecord = envelope.data;
  const tooNew = notUnderstood(record);
  if (tooNew !== undefined) return fail(tooNew);
  const info = RECORD_TYPES[record.type as RecordType]; // it is understood
  if (!record.id.startsWith(`${record.type}:`)) return fail(invalid([{ path: ['id'] }]));
  if (!Object.hasOwn(info.statuses, record.status)) return fail(invalid([{ path: ['status'] }]));
  const body = info.body.safeParse(record.body);
  return body.success ? ok(record) : fail(invalid(body.error.issues, 'body'));
}

function invalid(issues: readonly { readonly path: readonly PropertyKey[] }[], prefix?: string): AppError {
  const path = (issues[0]?.path ?? []).map(String);
  const name = (prefix === undefined ? path : [prefix, ...path]).join('.');
  return appError('record.invalid', `record is not valid at ${name}`, { path: name });
}
