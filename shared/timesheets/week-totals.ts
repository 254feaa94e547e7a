import type { RecordOf } from '../records/registry.ts';
import { monthOf } from '../time/month.ts';
import { addDays, mondayOf } from '../time/plain-date.ts';
import type { WeekRows } from './change-week.ts';

/** Minutes of a week added up both ways. */
export interface WeekTotals {
  /** Monday first. */
  readonly byDay: readonly number[];
  /** In the order of the rows. */
  readonly byRow: readonly number[];
  readonly totalMinutes: number;
}

/** Minutes of a period by deal. */
export interface DealMinutes {
  readonly deal: string;
  readonly durationMinutes: number;
}

/** Totals of one week. */
export function totalWeek(rows: WeekRows): WeekTotals {
  const byRow = rows.map((row) => row.minutes.reduce((sum, minutes) => sum + minutes, 0));
  const byDay = [0, 1, 2, 3, 4, 5, 6].map((day) => rows.reduce((sum, row) => sum + (row.minutes[day] ?? 0), 0));
  return { byDay, byRow, totalMinutes: byRow.reduce((sum, minutes) => sum + minutes, 0) };
}

/** The month `YYYY-MM` a week is added up with: the one most of its days are in, but that of `today` in today's own week. */
export function monthOfWeek(monday: string, today: string): string {
  return monthOf(mondayOf(today) === monday ? today : addDays(monday, 3));
}

/** Minutes of one month `YYYY-MM` by deal, most first; of a week across two months only the days of this one count. */
export function totalMonth(
  weeks: Iterable<RecordOf<'timesheetWeek'>>,
  month: string,
): { readonly totalMinutes: number; readonly byDeal: readonly DealMinutes[] } {
  const byDeal = new Map<string, number>();
  for (const week of weeks) {
    if (week.status !== 'active') continue;
    const isInMonth = [0, 1, 2, 3, 4, 5, 6].map((day) => monthOf(addDays(week.date, day)) === month);
    for (const row of week.body.rows) {
      const minutes = row.minutes.reduce((sum, value, day) => sum + (isInMonth[day] === true ? value : 0), 0);
      if (minutes > 0) byDeal.set(row.deal, (byDeal.get(row.deal) ?? 0) + minutes);
    }
  }
  const sorted = [...byDeal].map(([deal, durationMinutes]) => ({ deal, durationMinutes }));
  sorted.sort((a, b) => b.durationMinutes - a.durationMinutes || (a.deal < b.deal ? -1 : 1));
  return { totalMinutes: sorted.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0), byDeal: sorted };
}
