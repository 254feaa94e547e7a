import type { JsonValue } from '../core/canonical-json.ts';
import { digestOf } from '../core/digest.ts';
import type { Hasher } from '../core/ports.ts';
import type { AnyRecord } from './envelope.ts';

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
