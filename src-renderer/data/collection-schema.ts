import type { RxJsonSchema } from 'rxdb';
import type { AnyRecord } from '../../shared/records/envelope.ts';

/**
 * One schema for every record type. It stays at version 0 for ever: RxDB's migration costs 6 to 8 ms a document and a later
 * sync undid it. What a record's own `schemaVersion` means: docs/decisions/0021.
 */
export const RECORD_SCHEMA: RxJsonSchema<AnyRecord> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 48 },
    type: { type: 'string', maxLength: 30 },
    schemaVersion: { type: 'number' },
    activityId: { type: 'string', maxLength: 40 },
    date: { type: 'string', maxLength: 10 },
    status: { type: 'string', maxLength: 30 },
    createdAt: { type: 'string' },
    createdBy: { type: 'object', additionalProperties: true },
    updatedAt: { type: 'string' },
    updatedBy: { type: 'object', additionalProperties: true },
    edits: { type: 'array', items: { type: 'string' } },
    rev: { type: 'string' },
    body: { type: 'object', additionalProperties: true },
    isPending: { type: 'boolean' },
  },
  required: ['id', 'type', 'activityId', 'date', 'status'],
  indexes: [['type', 'date', 'id']],
};

/** A fact that never leaves the device: settings, sync log, refused records. */
export interface DeviceFact {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export const DEVICE_SCHEMA: RxJsonSchema<DeviceFact> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    kind: { type: 'string', maxLength: 30 },
    at: { type: 'string', maxLength: 30 },
    body: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'kind', 'at'],
  indexes: [['kind', 'at', 'id']],
};
