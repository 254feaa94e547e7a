import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import { findUncovered } from './find-uncovered.ts';
import { FLAT, makeActivity, makeRecord } from './rules.test-support.ts';

describe('a month that no rule of contribution covers', () => {
  const activity = (change: object, status = 'active') =>
    ({
      ...makeRecord('activitySettings', makeActivity({ openingDate: '2025-03-10', ...change })),
      status,
    }) as RecordOf<'activitySettings'>;
  const later = { ...FLAT, from: '2025-05-01' };

  it('is the first of an activity, from its opening on, up to the month that is asked for', () => {
    expect(findUncovered([activity({})], [later], '2025-12')).toMatchObject({
      ...{ code: 'contribution.noRule', details: { date: '2025-03-01' } },
    });
    expect(findUncovered([activity({ openingDate: '2025-05-10' })], [later], '2025-12')).toBeUndefined();
    expect(findUncovered([activity({})], [later], '2025-02')).toBeUndefined();
  });

  it('is one of those that have a rule for others alone', () => {
    expect(findUncovered([activity({})], [{ ...FLAT, statuses: ['cesa'] }], '2025-03')).toBeDefined();
    expect(findUncovered([activity({})], [{ ...FLAT, statuses: ['cape'] }], '2025-03')).toBeUndefined();
    expect(findUncovered([activity({})], [{ ...FLAT, activityIds: ['A1'] }], '2025-03')).toBeUndefined();
    expect(findUncovered([activity({})], [{ ...FLAT, activityIds: ['A2'] }], '2025-03')).toBeDefined();
  });

  it('is a later one where the contract changes', () => {
    const { contract: cape } = makeActivity();
    const ended = { ...cape, endDate: '2025-04-30' };
    const cesa = { ...cape, kind: 'cesa', startDate: '2025-05-01' } as const;
    const changed = activity({ contract: cesa, contracts: [ended, cesa] });
    expect(findUncovered([changed], [{ ...FLAT, statuses: ['cape'] }], '2025-12')).toMatchObject({
      details: { date: '2025-05-01' },
    });
  });

  it('is none of an activity that ended', () => {
    expect(findUncovered([activity({}, 'voided')], [later], '2025-12')).toBeUndefined();
    expect(findUncovered([activity({}, 'voided'), activity({})], [later], '2025-12')).toBeDefined();
  });
});
