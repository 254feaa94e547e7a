import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { validateExtraLines } from '../salary/extra-line.ts';
import { checkDistinctDates } from './same-date.ts';
import { invalidRule } from './invalid-rule.ts';

/** One dated list of lines. */
export type ExtraPayList = NonNullable<CooperativeSettings['extraPayLines']>[number];

/**
 * Whether every dated list of extra lines can stand in a pay, each line with its source and something to it.
 * Errors: `rules.invalid` (`name`, `field`), `rules.sourceMissing`, `rules.sameDate` (`date`), `salary.invalidInput` (`field`).
 */
export function checkExtraPayLines(lists: readonly ExtraPayList[]): Result<readonly ExtraPayList[]> {
  const dates = checkDistinctDates(lists);
  if (!dates.ok) return dates;
  for (const { lines } of lists) {
    for (const { label, source, base, amountCents, rateE7 } of lines) {
      if (label.trim() === '') return invalidRule(label, 'label');
      if (source.trim() === '') return invalidRule(label, 'source', 'rules.sourceMissing');
      if ((base === 'fixed' ? amountCents : rateE7) === 0) return invalidRule(label, 'value');
    }
    const valid = validateExtraLines(lines);
    if (!valid.ok) return valid;
  }
  return ok(lists);
}
