import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { checkTransition } from '../records/check-transition.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordType } from '../records/registry.ts';
import { RECORD_TYPES } from '../records/registry.ts';
import { checkFigures } from './check-figures.ts';
import type { JudgedWrite } from './check-write.ts';
import { checkWrite } from './check-write.ts';

/**
 * Whether a record may arrive so, on the server or in CouchDB: everything that `checkWrite` lists, and last its figures
 * computed again, which a device has just computed with the same functions. Errors: those of the checks, `record.invalid`
 * with the `path` of a wrong figure.
 */
export function checkArrival(write: JudgedWrite): Result<AnyRecord> {
  const checked = checkWrite(write, 'database');
  return checked.ok ? checkNewFigures(write) : checked;
}

/** Figures are recomputed while they may change, so that a later step on an old record stays possible under newer rules. */
function checkNewFigures({ before, after, hash, published: { versions } }: JudgedWrite): Result<AnyRecord> {
  if (before !== undefined && isFrozen(before, after)) return ok(after);
  const [wrong] = checkFigures(after, { hash, versions });
  if (wrong === undefined) return ok(after);
  return fail(appError('record.invalid', `record is not valid at ${wrong.path}`, { path: wrong.path }));
}

/** What could not change and did not pass through a status in which it could. */
function isFrozen(before: AnyRecord, after: AnyRecord): boolean {
  const { editable } = RECORD_TYPES[before.type as RecordType]; // `checkWrite` refuses every other
  if (editable.length === 0) return true;
  return !editable.includes(before.status) && checkTransition(before, after).ok;
}
