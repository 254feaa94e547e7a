import { COOPERATIVE } from '../access/database-names.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import type { WithholdingRateBody } from '../records/withholding-rate.ts';

/**
 * Whether a rate says all that is needed: the rate itself where it is the person's own, the grid where it is neutral, and
 * where it comes from. Errors: `withholding.rateMissing`, `withholding.sourceMissing`.
 */
export function checkRate({ kind, ratePpm, territory, source }: WithholdingRateBody): Result<unknown> {
  const isWhole = kind === 'own' ? ratePpm !== undefined : territory !== undefined;
  const isOnlyOne = kind === 'own' ? territory === undefined : ratePpm === undefined;
  if (!isWhole || !isOnlyOne) return fail(appError('withholding.rateMissing', 'either a rate or a grid is needed'));
  if (source.trim() === '') return fail(appError('withholding.sourceMissing', 'a rate says where it comes from'));
  return ok(undefined);
}

/**
 * Whether a write leaves whose rate it is, and of which day, as they were: both stand in its id. Closed months are judged as
 * those of every record. Error: `record.invalid`.
 */
export function checkRateStep(before: AnyRecord | undefined, after: RecordOf<'withholdingRate'>): Result<unknown> {
  if (after.activityId !== COOPERATIVE) return invalid('activityId');
  if (before === undefined) return ok(undefined);
  if (before.date !== after.date) return invalid('date');
  return before.body['person'] === after.body.person ? ok(undefined) : invalid('person');
}

function invalid(path: string): Result<never> {
  return fail(appError('record.invalid', `record is not valid at ${path}`, { path }));
}
