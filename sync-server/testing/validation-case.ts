import type { AnyRecord } from '../../shared/records/envelope.ts';

/** One attempted write and what the database must say to it. */
export interface ValidationCase {
  readonly name: string;
  readonly before?: AnyRecord;
  readonly after: AnyRecord;
  /** Members that are not part of a record. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly by: 'member' | 'stranger' | 'support' | 'server';
  /** Start of the refusal; nothing when the write is taken. */
  readonly refusal?: string;
}
