import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { DEMO_CONTRIBUTION_RULES } from '../../../../shared/demo/demo-contribution-rules.ts';
import { addTier, readRuleDraft, startRuleDraft } from './rule-draft.ts';

const EMPTY = startRuleDraft(undefined, '2026-01-01');
const FLAT = { ...EMPTY, version: 'a', source: 'AG', ratePpm: 100_000 };

describe('the draft of a contribution rule', () => {
  it.each(DEMO_CONTRIBUTION_RULES.map((rule) => [rule.version, rule] as const))(
    'gives %s back as it was',
    (_, rule) => {
      const read = unwrap(readRuleDraft(startRuleDraft(rule, ''), rule));
      // With tiers, the single rate is ignored.
      expect({ ...read, ratePpm: rule.ratePpm }).toEqual(rule);
    },
  );

  it('keeps what no field shows and turns off what was emptied', () => {
    const old = { ...unwrap(readRuleDraft(FLAT, undefined)), minimumCents: 5, limitsPer: 'year', later: 'x' } as const;
    const read = unwrap(readRuleDraft({ ...startRuleDraft(old, ''), minimumCents: undefined }, old));
    expect(read).toEqual({
      version: 'a',
      from: '2026-01-01',
      base: 'collected',
      ratePpm: 100_000,
      source: 'AG',
      later: 'x',
    });
  });

  it.each([
    ['version', { version: ' ' }],
    ['from', { from: '2026-02-30' }],
    ['statuses', { audience: 'statuses' }],
    ['activityIds', { audience: 'activities' }],
    ['ratePpm', { ratePpm: undefined }],
    ['tiers', { hasTiers: true }],
    ['source', { source: '' }],
    ['maximumCents', { minimumCents: 2, maximumCents: 1 }],
  ] as const)('names %s when it is missing or wrong', (field, change) => {
    expect(readRuleDraft({ ...FLAT, ...change }, undefined)).toMatchObject({ error: { details: { field } } });
  });

  it('adds a tier below the open one', () => {
    const tiers = addTier([
      { upToCents: 1, ratePpm: 2 },
      { upToCents: undefined, ratePpm: 3 },
    ]);
    expect(tiers).toHaveLength(3);
    expect(tiers.at(-1)?.ratePpm).toBe(3);
  });
});
