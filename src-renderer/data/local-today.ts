import type { WriteContext } from '../../shared/records/write-record.ts';

/** Today's date where the person is (not UTC: at midnight in Lille it is still yesterday there). */
export function localToday(now: Date = new Date()): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${String(now.getFullYear())}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Today's date where the person is, by the clock that dates what they write. */
export function todayOf({ clock }: Pick<WriteContext, 'clock'>): string {
  return localToday(new Date(clock()));
}
