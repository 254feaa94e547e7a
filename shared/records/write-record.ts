import type { Clock, IdGenerator } from '../core/ports.ts';
import type { AnyRecord, Author } from './envelope.ts';
import { EDITS_KEPT } from './envelope.ts';
import type { Bodies, RecordOf, RecordType } from './registry.ts';
import { RECORD_TYPES } from './registry.ts';

/** Who writes, when, and where fresh ids come from. */
export interface WriteContext {
  readonly author: Author;
  readonly clock: Clock;
  readonly newId: IdGenerator;
}

/** What a new record needs beyond its body. `id` only for the few records with a fixed name. */
export interface NewRecord<T extends RecordType> {
  readonly type: T;
  readonly activityId: string;
  readonly date: string;
  readonly status: string;
  readonly body: Bodies[T];
  readonly id?: string;
}

/**
 * A new record with its first edit id, not yet seen by the server. The first edit carries the record's own fresh id, which
 * nobody else can have made and which costs nothing on the line; only a record with a fixed name, which two devices may
 * create at once, needs another.
 */
export function createRecord<T extends RecordType>(context: WriteContext, fields: NewRecord<T>): RecordOf<T> {
  const now = context.clock();
  const fresh = context.newId();
  return {
    id: fields.id ?? `${fields.type}:${fresh}`,
    type: fields.type,
    schemaVersion: RECORD_TYPES[fields.type].version,
    activityId: fields.activityId,
    date: fields.date,
    status: fields.status,
    createdAt: now,
    createdBy: context.author,
    updatedAt: now,
    updatedBy: context.author,
    edits: [fresh],
    rev: '',
    body: fields.body,
  };
}

/** What an edit may change. */
export interface RecordChange<R extends AnyRecord> {
  readonly date?: string;
  readonly status?: string;
  readonly body?: R['body'];
}

/** The next state of a record: the change applied, a fresh edit id first, twelve kept. */
export function reviseRecord<R extends AnyRecord>(context: WriteContext, record: R, change: RecordChange<R>): R {
  return {
    ...record,
    ...change,
    updatedAt: context.clock(),
    updatedBy: context.author,
    edits: [context.newId(), ...record.edits].slice(0, EDITS_KEPT),
  };
}
