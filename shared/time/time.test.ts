import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, firstDay, lastDay, monthOf, monthsBetween } from './month.ts';
import { addDays, isoWeek, isPlainDate, mondayOf, toEpochDay, weekday } from './plain-date.ts';

const day = fc.integer({ min: toEpochDay('1900-01-01'), max: toEpochDay('2199-12-31') });
const dateOf = (epochDay: number) => addDays('1970-01-01', epochDay);

describe('plain dates', () => {
  it('accepts every day of the calendar and nothing else', () => {
    fc.assert(
      fc.property(day, (n) => {
        expect(isPlainDate(dateOf(n))).toBe(true);
      }),
    );
    for (const text of [
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '26-01-01',
      '1899-12-31',
      '2026-1-1',
      '',
    ]) {
      expect(isPlainDate(text)).toBe(false);
    }
    expect(isPlainDate('2024-02-29')).toBe(true);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (n, step) => {
        expect(toEpochDay(addDays(dateOf(n), step))).toBe(n + step);
      }),
    );
  });

  it('knows weekdays and ISO weeks (ISO 8601 examples)', () => {
    expect(weekday('2026-03-02')).toBe(1);
    expect(weekday('2026-03-01')).toBe(7);
    expect(isoWeek('2021-01-03')).toEqual({ year: 2020, week: 53 });
    expect(isoWeek('2026-01-01')).toEqual({ year: 2026, week: 1 });
    expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
  });
});

describe('months', () => {
  it('has first and last days that are neighbours of the next month', () => {
    fc.assert(
      fc.property(day, (n) => {
        const month = monthOf(dateOf(n));
        expect(addDays(lastDay(month), 1)).toBe(firstDay(addMonths(month, 1)));
      }),
    );
  });

  it('lists months across a year and is empty backwards', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
  });
});
