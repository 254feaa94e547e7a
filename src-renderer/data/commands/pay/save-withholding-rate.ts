import { COOPERATIVE } from '../../../../shared/access/database-names.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { WithholdingRateBody } from '../../../../shared/records/withholding-rate.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { withholdingRateId } from '../../../../shared/withholding/rate-id.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { changeOne, saveNamed, voidOne } from '../../write-one.ts';

type Rate = RecordOf<'withholdingRate'>;

/**
 * Adds the rate of a person from a day on, or gives the one that was `seen` this body; its day stays. Errors: `date.invalid`,
 * `withholding.sameDay` (`date`) when one stands on that day already, those of `checkRate`, `period.closed`, those of a write.
 */
export async function saveWithholdingRate(
  store: BookStore,
  seen: Rate | undefined,
  date: string,
  body: WithholdingRateBody,
): Promise<Result<Rate>> {
  if (!isPlainDate(date)) return fail(appError('date.invalid', 'no such date'));
  if (seen !== undefined) return changeOne(store, 'withholdingRateSaved', seen, { body });
  const id = withholdingRateId(body.person, date, hashBytes);
  const found = store.personal.get(id);
  const stored = found !== undefined && isOfType(found, 'withholdingRate') ? found : undefined;
  if (stored?.status === 'active') {
    return fail(appError('withholding.sameDay', `a rate starts on ${date} already`, { date }));
  }
  const fields = { type: 'withholdingRate', id, activityId: COOPERATIVE, date, status: 'active', body } as const;
  return saveNamed(store, 'withholdingRateSaved', stored, fields);
}

/** Takes a rate back: the one before it counts again. Errors: `period.closed`, those of a write. */
export function voidWithholdingRate(store: BookStore, seen: Rate): Promise<Result<Rate>> {
  return voidOne(store, 'withholdingRateVoided', seen);
}
