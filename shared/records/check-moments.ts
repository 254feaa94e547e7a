import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { isPlainDate } from '../time/plain-date.ts';
import type { AnyRecord } from './envelope.ts';

/**
 * Whether what a write says of its own moments can be: when the record was made, written, and stepped on, an instant of the
 * years 2000 to 2099. Of a stored record only what is new is looked at. It is no comparison with a clock: devices' clocks
 * are wrong sometimes, and what was typed under one is sent all the same. Error: `record.clock`.
 */
export function checkMoments(before: AnyRecord | undefined, after: AnyRecord): Result<AnyRecord> {
  const known = new Set(before === undefined ? [] : momentsOf(before));
  const wrong = momentsOf(after).find((moment) => !known.has(moment) && !isMoment(moment));
  return wrong === undefined ? ok(after) : fail(appError('record.clock', `${wrong} is no moment of this century`));
}

/** Whether a text is an instant of the years 2000 to 2099, as `Date.prototype.toISOString` writes it. */
export function isMoment(text: string): boolean {
  return /^20\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text) && isPlainDate(text.slice(0, 10));
}

function momentsOf({ createdAt, updatedAt, body }: AnyRecord): readonly string[] {
  const { history } = body;
  const steps = Array.isArray(history) ? history : [];
  return [createdAt, updatedAt, ...steps.map((step) => String((step as { readonly at?: unknown } | null)?.at))];
}
