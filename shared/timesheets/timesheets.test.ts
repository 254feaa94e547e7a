import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import { createRecord } from '../records/write-record.ts';
import { recordId } from '../records/envelope.ts';
import type { WeekRows } from './change-week.ts';
import { changeWeek } from './change-week.ts';
import { formatDuration, formatShortDuration, parseDuration } from './duration.ts';
import { weekId } from './week-id.ts';
import { monthOfWeek, totalMonth, totalWeek } from './week-totals.ts';

const rows: WeekRows = [
  { deal: 'Lin', minutes: [60, 0, 0, 0, 0, 0, 0] },
  { deal: 'Chanvre', minutes: [30, 90, 0, 0, 0, 0, 15] },
];

describe('parseDuration', () => {
  it.each([
    ['7', 420],
    ['7,5', 450],
    ['7.25', 435],
    [',5', 30],
    ['7h30', 450],
    ['7 h 30', 450],
    ['7:30', 450],
    ['7h', 420],
    ['45min', 45],
    ['', 0],
    ['24', 1440],
  ])('reads %s', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it.each(['25', '24:01', '7h60', '7h5', 'sept', '-1', '1,234', ',', 'h', '1500min'])('refuses %s', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('reads back what the cell shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(parseDuration(formatShortDuration(minutes))).toBe(minutes);
        if (minutes > 0) expect(parseDuration(formatDuration(minutes))).toBe(minutes);
      }),
    );
  });
});

describe('changeWeek', () => {
  it('sets a cell, in a new row when the deal is new', () => {
    const next = unwrap(changeWeek(rows, { kind: 'setCell', deal: 'Laine', day: 6, durationMinutes: 20 }));
    expect(next[2]).toEqual({ deal: 'Laine', minutes: [0, 0, 0, 0, 0, 0, 20] });
    expect(rows).toHaveLength(2);
  });

  it('refuses the minute that makes a day longer than 24 hours, all deals together', () => {
    const set = (durationMinutes: number) =>
      changeWeek(rows, { kind: 'setCell', deal: 'Lin', day: 1, durationMinutes });
    expect(set(1350).ok).toBe(true);
    expect(set(1351)).toMatchObject({ error: { code: 'timesheet.dayTooLong', details: { totalMinutes: 1441 } } });
  });

  it('keeps names apart whatever their capitals', () => {
    expect(changeWeek(rows, { kind: 'addDeals', deals: [' lin '] })).toMatchObject({
      error: { code: 'timesheet.dealExists' },
    });
    expect(changeWeek(rows, { kind: 'addDeals', deals: [' '] })).toMatchObject({
      error: { code: 'timesheet.dealMissing' },
    });
    expect(changeWeek(rows, { kind: 'renameDeal', from: 'Lin', to: 'CHANVRE' }).ok).toBe(false);
    expect(unwrap(changeWeek(rows, { kind: 'renameDeal', from: 'Lin', to: 'LIN' }))[0]?.deal).toBe('LIN');
    expect(changeWeek(rows, { kind: 'renameDeal', from: 'Nobody', to: 'x' })).toMatchObject({
      error: { code: 'record.notFound' },
    });
  });

  it('removes one row and no other', () => {
    expect(unwrap(changeWeek(rows, { kind: 'removeDeal', deal: 'Lin' }))).toEqual([rows[1]]);
  });
});

describe('totals', () => {
  it('adds up the same both ways', () => {
    const cell = fc.integer({ min: 0, max: 600 });
    const row = fc.record({ deal: fc.string(), minutes: fc.array(cell, { minLength: 7, maxLength: 7 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (any) => {
        const { byDay, byRow, totalMinutes } = totalWeek(any);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(byDay)).toBe(totalMinutes);
        expect(sum(byRow)).toBe(totalMinutes);
      }),
    );
  });

  it('counts a week across two months day by day, and no week that was taken back', () => {
    const context = { author: { user: 'u', device: 'd' }, clock: () => '2026-01-01T00:00:00.000Z', newId: () => 'N' };
    const week = (status: string) =>
      createRecord(context, { type: 'timesheetWeek', activityId: 'A1', date: '2026-03-30', status, body: { rows } });
    // Monday 30 March to Sunday 5 April.
    const weeks = [week('active'), week('voided')];
    expect(totalMonth(weeks, '2026-03')).toEqual({
      totalMinutes: 180,
      byDeal: [
        { deal: 'Chanvre', durationMinutes: 120 },
        { deal: 'Lin', durationMinutes: 60 },
      ],
    });
    expect(totalMonth(weeks, '2026-04')).toEqual({
      totalMinutes: 15,
      byDeal: [{ deal: 'Chanvre', durationMinutes: 15 }],
    });
  });
});

describe('monthOfWeek', () => {
  it('is the month of today in today’s week, where hours are being typed', () => {
    const months = ['2026-11-30', '2026-12-01'].map((today) => monthOfWeek('2026-11-30', today));
    expect(months).toEqual(['2026-11', '2026-12']);
  });

  it('is the month of most days in any other week', () => {
    const months = ['2026-11-30', '2026-10-26'].map((monday) => monthOfWeek(monday, '2026-11-25'));
    expect(months).toEqual(['2026-12', '2026-10']);
  });
});

describe('weekId', () => {
  const hash = (bytes: Uint8Array) => bytes.reduce((text, byte) => text + byte.toString(16), '').padEnd(64, '0');

  it('is the same on every device, another for another activity or week, and fits a record', () => {
    const id = weekId('01J9ZZZZZZZZZZZZZZZZZZZZZZ', '2026-03-09', hash);
    expect(id).toMatch(/^timesheetWeek:2026-W11-/);
    expect(recordId.safeParse(id).success).toBe(true);
    expect(weekId('01J9ZZZZZZZZZZZZZZZZZZZZZZ', '2026-03-09', hash)).toBe(id);
    expect(weekId('A2', '2026-03-09', hash)).not.toBe(id);
    expect(weekId('01J9ZZZZZZZZZZZZZZZZZZZZZZ', '2026-12-28', hash)).toMatch(/2026-W53/);
  });
});
