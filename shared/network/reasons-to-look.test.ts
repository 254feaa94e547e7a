import { expect, it } from 'vitest';
import { sampleAmounts, sampleRow } from './network-row.test-support.ts';
import { listReasonsToLook, SILENT_AFTER_DAYS } from './reasons-to-look.ts';

const TODAY = '2026-03-12';

it('has nothing to say of an activity in good order, nor of one that never connected', () => {
  expect(listReasonsToLook(sampleRow('A'), TODAY)).toEqual([]);
  expect(listReasonsToLook(sampleRow('A', { lastSeenAt: '' }), TODAY)).toEqual([]);
});

it('names every reason, the gravest first', () => {
  const row = sampleRow('A', {
    amounts: sampleAmounts(-1, { overdueCents: 1 }),
    toValidateCount: 1,
    lastSeenAt: '2025-12-01T08:00:00.000Z',
    verification: { verifiedCount: 1, mismatchCount: 1, waitingCount: 0 },
  });
  expect(listReasonsToLook(row, TODAY)).toEqual(['mismatch', 'negativeBalance', 'toValidate', 'overdue', 'silent']);
});

it('looks at an activity without figures', () => {
  const row = sampleRow('A', { amounts: undefined, problem: { code: 'contribution.noRule', message: '' } });
  expect(listReasonsToLook(row, TODAY)).toEqual(['noFigures']);
});

it('looks at an activity whose figures may lack something', () => {
  expect(listReasonsToLook(sampleRow('A', { isIncomplete: true }), TODAY)).toEqual(['incomplete']);
});

it('calls an activity silent only after the last day allowed', () => {
  expect(SILENT_AFTER_DAYS).toBe(21);
  expect(listReasonsToLook(sampleRow('A', { lastSeenAt: '2026-02-19T23:59:00.000Z' }), TODAY)).toEqual([]);
  expect(listReasonsToLook(sampleRow('A', { lastSeenAt: '2026-02-18T23:59:00.000Z' }), TODAY)).toEqual(['silent']);
});
