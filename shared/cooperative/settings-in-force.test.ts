import { expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import { makeRecord } from './rules.test-support.ts';
import { settingsInForce } from './settings-in-force.ts';

const settings = (id: string, date: string, status = 'active'): RecordOf<'cooperativeSettings'> => {
  const made = makeRecord('cooperativeSettings', {}) as RecordOf<'cooperativeSettings'>; // of that type
  return { ...made, id: `cooperativeSettings:${id}`, date, status };
};

it.each([
  ['the latest by date', [settings('a', '2026-03-01'), settings('b', '2025-01-01')], 'a'],
  ['of two of one day the latest by id', [settings('b', '2026-01-01'), settings('a', '2026-01-01')], 'b'],
  ['none that was voided', [settings('a', '2025-01-01'), settings('b', '2026-01-01', 'voided')], 'a'],
])('%s, in whichever order they are read', (_, records, expected) => {
  expect(settingsInForce(records)?.id).toBe(`cooperativeSettings:${expected}`);
  expect(settingsInForce(records.toReversed())?.id).toBe(`cooperativeSettings:${expected}`);
});

it('there are none before a cooperative begins', () => {
  expect(settingsInForce([])).toBeUndefined();
  expect(settingsInForce([settings('a', '2026-01-01', 'voided')])).toBeUndefined();
});
