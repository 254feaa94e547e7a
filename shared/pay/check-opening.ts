import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';

/**
 * Whether an account bears pays of a day: from its opening on. A pay of before would be paid from a balance that was taken
 * over and never weigh on it. Error: `salary.beforeOpening` (`date`: the opening).
 */
export function checkOpening({ openingDate }: Pick<ActivitySettingsBody, 'openingDate'>, day: string): Result<string> {
  if (day >= openingDate) return ok(day);
  return fail(appError('salary.beforeOpening', `the account opens on ${openingDate}`, { date: openingDate }));
}
