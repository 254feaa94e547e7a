import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { TimesheetWeekBody } from '../records/timesheet-week.ts';

/** The rows of a week: one a deal, minutes Monday to Sunday. */
export type WeekRows = TimesheetWeekBody['rows'];

/** One change of a week. Rows are named by their deal, which stands once in a week. `day` is 0 for Monday. */
export type WeekChange =
  | { readonly kind: 'setCell'; readonly deal: string; readonly day: number; readonly durationMinutes: number }
  | { readonly kind: 'addDeals'; readonly deals: readonly string[] }
  | { readonly kind: 'renameDeal'; readonly from: string; readonly to: string }
  | { readonly kind: 'removeDeal'; readonly deal: string };

const DAY_MINUTES = 24 * 60;

/**
 * The rows after a change. A cell of a deal that is not there yet adds its row; a day over 24 hours, all deals together,
 * is refused. Errors: `timesheet.dayTooLong` (`totalMinutes`), `timesheet.dealMissing`, `timesheet.dealExists`.
 */
export function changeWeek(rows: WeekRows, change: WeekChange): Result<WeekRows> {
  switch (change.kind) {
    case 'setCell':
      return setCell(rows, change.deal, change.day, change.durationMinutes);
    case 'addDeals':
      return addDeals(rows, change.deals);
    case 'renameDeal':
      return renameDeal(rows, change.from, change.to);
    case 'removeDeal':
      return ok(rows.filter((row) => row.deal !== change.deal));
  }
}

function setCell(rows: WeekRows, deal: string, day: number, durationMinutes: number): Result<WeekRows> {
  const withRow = rows.some((row) => row.deal === deal) ? rows : [...rows, emptyRow(deal)];
  const next = withRow.map((row) =>
    row.deal === deal
      ? { ...row, minutes: row.minutes.map((old, index) => (index === day ? durationMinutes : old)) }
      : row,
  );
  const totalMinutes = next.reduce((sum, row) => sum + (row.minutes[day] ?? 0), 0);
  if (totalMinutes > DAY_MINUTES) {
    return fail(appError('timesheet.dayTooLong', 'a day has 24 hours', { totalMinutes }));
  }
  return ok(next);
}

function addDeals(rows: WeekRows, deals: readonly string[]): Result<WeekRows> {
  const next = [...rows];
  for (const deal of deals.map((name) => name.trim())) {
    if (deal === '') return fail(appError('timesheet.dealMissing', 'a deal needs a name'));
    if (hasDeal(next, deal)) return fail(appError('timesheet.dealExists', 'the deal is there', { deal }));
    next.push(emptyRow(deal));
  }
  return ok(next);
}

function renameDeal(rows: WeekRows, from: string, to: string): Result<WeekRows> {
  const name = to.trim();
  if (name === '') return fail(appError('timesheet.dealMissing', 'a deal needs a name'));
  const others = rows.filter((row) => row.deal !== from);
  if (others.length === rows.length) return fail(appError('record.notFound', 'no such row'));
  if (hasDeal(others, name)) return fail(appError('timesheet.dealExists', 'the deal is there', { deal: name }));
  return ok(rows.map((row) => (row.deal === from ? { ...row, deal: name } : row)));
}

function hasDeal(rows: WeekRows, deal: string): boolean {
  return rows.some((row) => row.deal.toLowerCase() === deal.toLowerCase());
}

function emptyRow(deal: string): WeekRows[number] {
  return { deal, minutes: [0, 0, 0, 0, 0, 0, 0] };
}
