import type { JsonValue } from '../core/canonical-json.ts';
import { digestOf } from '../core/digest.ts';
import type { Hasher } from '../core/ports.ts';
import type { AnyRecord } from './envelope.ts';
import { isRecordType, RECORD_TYPES } from './registry.ts';

/**
 * SHA-256 (hexadecimal) of everything in a record that never changes once it is asked or issued: identity, date, who made
 * it and when, and the body except its `seal` and `history`. Status and later steps do not count, so the seal of a salary
 * statement stays the same from request to payment.
 */
export function sealOf(record: AnyRecord, hash: Hasher): string {
  const { id, type, activityId, date, createdAt, createdBy } = record;
  const body = Object.fromEntries(Object.entries(record.body).filter(([key]) => key !== 'seal' && key !== 'history'));
  // Records come from JSON, so every value in them is a JSON value.
  return digestOf({ id, type, activityId, date, createdAt, createdBy, body } as unknown as JsonValue, hash);
}

/** Whether what {@link sealOf} covers can never change any more: types that are written once, and what is issued. */
export function isSealed({ type, status }: Pick<AnyRecord, 'type' | 'status'>): boolean {
  if (!isRecordType(type)) return false;
  const { editable, statuses } = RECORD_TYPES[type];
  return editable.length === 0 || (!editable.includes(status) && statuses[status]?.length === 0);
}
