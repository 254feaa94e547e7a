import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { isoWeek } from '../time/plain-date.ts';

/**
 * The id of an activity's week, for example `timesheetWeek:2026-W12-0f3a…`: made from the activity and the ISO week, so
 * that two devices without a network write the same record instead of two that would count the hours twice. When they
 * meet, the exchange merges what does not clash and keeps the losing version whole for the person to settle. The activity
 * stands as a digest because ids hold at most 40 characters.
 */
export function weekId(activityId: string, monday: string, hash: Hasher): string {
  const { year, week } = isoWeek(monday);
  const name = `${String(year)}-W${String(week).padStart(2, '0')}`;
  return `timesheetWeek:${name}-${weekDigest(activityId, hash)}`;
}

/** What stands for the activity at the end of its weeks' ids. */
export function weekDigest(activityId: string, hash: Hasher): string {
  return hash(encodeUtf8(activityId)).slice(0, 16);
}
