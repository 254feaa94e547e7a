import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { addMonths, lastDay } from '../time/month.ts';

/** The meeting that approved the accounts of one fiscal year. */
export type GeneralMeeting = NonNullable<CooperativeSettings['generalMeetings']>[number];

/**
 * Whether each fiscal year has one meeting, held after its last day. Errors: `rules.meetingTwice` and
 * `rules.meetingTooEarly` (`month`: first of the fiscal year).
 */
export function checkGeneralMeetings(meetings: readonly GeneralMeeting[]): Result<readonly GeneralMeeting[]> {
  const years = new Set<string>();
  for (const { fiscalYear: month, date } of meetings) {
    if (years.has(month)) return fail(appError('rules.meetingTwice', `two meetings for ${month}`, { month }));
    years.add(month);
    if (date <= lastDay(addMonths(month, 11))) {
      return fail(appError('rules.meetingTooEarly', `the year of ${month} is not over on ${date}`, { month }));
    }
  }
  return ok(meetings);
}
