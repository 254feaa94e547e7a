import type { Writer } from '../access/check-authority.ts';
import type { Hasher } from '../core/ports.ts';
import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { PublishedRules } from '../cooperative/published-rules.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf, RecordType } from '../records/registry.ts';

/** The functions of one record type; none is optional, so that whoever adds a type answers each question. */
export interface RecordRules<T extends RecordType> {
  /** What the schema of its body cannot say. */
  readonly check: (record: RecordOf<T>) => Result<unknown>;
  /** What only a new record must answer for: whose the id is, where it is made from an activity; whose version is kept. */
  readonly checkNew: (record: RecordOf<T>, hash: Hasher, writer: Writer) => Result<unknown>;
  /** What a write must respect beyond the life cycle, given what the cooperative published. */
  readonly checkStep: (before: AnyRecord | undefined, after: RecordOf<T>, published: PublishedRules) => Result<unknown>;
  /** Ids of the records that the body names. */
  readonly references: (record: RecordOf<T>) => readonly string[];
}

/** The functions of the type of a record that one only knows to be of it. */
export type AnyRules = {
  readonly [Name in keyof RecordRules<RecordType>]: RecordRules<RecordType>[Name] extends (
    ...given: infer Given
  ) => infer Found
    ? (...given: { [I in keyof Given]: Given[I] extends RecordOf<RecordType> ? AnyRecord : Given[I] }) => Found
    : never;
};

/** Of a type whose schema says all. */
export const passes = (): Result<unknown> => ok(undefined);

/** Of a type that names no other record. */
export const noReferences = (): readonly string[] => [];
