import { z } from './zod.ts';
import { isPlainDate } from '../time/plain-date.ts';

/** Number of edit ids a record keeps: enough to recognise an own write that comes back late. */
export const EDITS_KEPT = 12;

/** A calendar date `YYYY-MM-DD` that exists. */
export const plainDate = z.string().max(10).refine(isPlainDate, 'date');

/** A UTC instant as written by `Date.prototype.toISOString`. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** `type:ULID` or `type:name`, ASCII, at most 48 characters (the longest type name and a ULID make 43). */
export const recordId = z
  .string()
  .max(48)
  .regex(/^[a-zA-Z]+:[0-9A-Za-z-]+$/);

const author = z.looseObject({ user: z.string().min(1).max(80), device: z.string().min(1).max(40) });

/**
 * What every record carries around its `body`: what is indexed, who wrote it, and its ancestry.
 * Unknown members are kept, because devices of different versions share the data.
 */
export const envelopeSchema = z.looseObject({
  id: recordId,
  type: z.string().min(1).max(30),
  schemaVersion: z.int().min(1).max(10_000),
  /** The activity the record belongs to, or `cooperative`. */
  activityId: z.string().min(1).max(40),
  date: plainDate,
  status: z.string().min(1).max(30),
  createdAt: instant,
  createdBy: author,
  updatedAt: instant,
  updatedBy: author,
  /** Newest first; a fresh id for every save. Tells an own write that comes back from a true conflict. */
  edits: z.array(z.string().min(1).max(40)).min(1).max(EDITS_KEPT),
  /** The server's revision as last seen; empty when the server has not seen the record. */
  rev: z.string().max(60),
  body: z.record(z.string(), z.unknown()),
});

/** A person and the device they wrote on. */
export interface Author {
  readonly user: string;
  readonly device: string;
}

/** A record of any type: the envelope and an unchecked body. */
export interface AnyRecord {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly activityId: string;
  readonly date: string;
  readonly status: string;
  readonly createdAt: string;
  readonly createdBy: Author;
  readonly updatedAt: string;
  readonly updatedBy: Author;
  readonly edits: readonly string[];
  readonly rev: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** True on a device until the server accepted the last edit. Never leaves the device. */
  readonly isPending?: boolean;
}
