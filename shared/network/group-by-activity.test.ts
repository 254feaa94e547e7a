import { expect, it } from 'vitest';
import { COOPERATIVE } from '../access/database-names.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { groupByActivity } from './group-by-activity.ts';

const context = sampleContext();
const entry = (activityId: string) => ({
  ...sampleEntry(context, { date: '2026-03-01', amountCents: 100 }),
  activityId,
});
const [a1, b1, a2] = [entry('A'), entry('B'), entry('A')];

it('puts every record with its activity and leaves the cooperative out', () => {
  const groups = groupByActivity([a1, b1, { ...a1, activityId: COOPERATIVE }, a2]);
  expect([...groups]).toEqual([
    ['A', [a1, a2]],
    ['B', [b1]],
  ]);
});

it('keeps the same list for an activity whose records did not change, and only for those', () => {
  const before = groupByActivity([a1, b1, a2]);
  const after = groupByActivity([a1, { ...b1 }, a2], before);
  expect(after.get('A')).toBe(before.get('A'));
  expect(after.get('B')).not.toBe(before.get('B'));
  expect(groupByActivity([a1, b1], before).get('A')).toEqual([a1]);
});
