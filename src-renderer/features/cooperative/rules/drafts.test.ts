import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { DEMO_BENEFITS, DEMO_COUNTRY_PROFILES, DEMO_EXTRA_PAY_LINES } from '../../../../shared/demo/demo-pay-rules.ts';
import { EMPTY_STEP, readBenefit, startBenefit } from './benefit-draft.ts';
import { EMPTY_COUNTRY_LINE, readCountry, startCountry } from './country-draft.ts';
import { emptyExtraLine, readExtraList, startExtraList } from './extra-list-draft.ts';

describe('drafts give back what they started from', () => {
  it.each(DEMO_BENEFITS.map((benefit) => [benefit.label, benefit] as const))('%s', (_, benefit) => {
    const old = { ...benefit, later: 1 };
    expect(unwrap(readBenefit(startBenefit(old, ''), old, []))).toEqual(old);
  });

  it.each(DEMO_COUNTRY_PROFILES.map((profile) => [profile.version, profile] as const))('%s', (_, profile) => {
    const old = { ...profile, later: 1 };
    expect(unwrap(readCountry(startCountry(old, ''), old))).toEqual(old);
  });

  it.each(DEMO_EXTRA_PAY_LINES.map((list) => [list.from, list] as const))('lines from %s', (from, list) => {
    expect(unwrap(readExtraList(startExtraList(list, from), list))).toEqual(list);
  });
});

describe('a new list of pay lines', () => {
  const line = {
    ...emptyExtraLine('2026-01-01'),
    label: 'Prévoyance',
    base: 'gross',
    rateE7: 10,
    source: 'Accord',
  } as const;

  it('gives both shares of one thing the same code and tells two of one side apart', () => {
    const lines = [line, { ...line, side: 'employee' as const }, line];
    const codes = unwrap(readExtraList({ from: '2026-01-01', lines }, undefined)).lines.map(({ code }) => code);
    expect(codes).toEqual(['x-prevoyance', 'x-prevoyance', 'x-prevoyance-2']);
  });

  it.each([
    ['from', { from: '' }],
    ['label', { lines: [{ ...line, label: ' ' }] }],
    ['value', { lines: [{ ...line, base: 'fixed' as const }] }],
    ['since', { lines: [{ ...line, since: '' }] }],
    ['source', { lines: [{ ...line, source: ' ' }] }],
  ])('names %s', (field, change) => {
    expect(readExtraList({ from: '2026-01-01', lines: [line], ...change }, undefined)).toMatchObject({
      error: { details: { field } },
    });
  });
});

describe('a new benefit', () => {
  const step = { ...EMPTY_STEP, employerCents: 1500 };
  const draft = {
    ...startBenefit(undefined, '2026-01-01'),
    label: 'Vélo',
    kind: 'other',
    source: 'AG',
    steps: [step],
  } as const;

  it('gets a code nobody has', () => {
    expect(unwrap(readBenefit(draft, undefined, ['velo'])).code).toBe('velo-2');
  });

  it.each([
    ['label', { label: '' }],
    ['until', { until: '2025-01-01' }],
    ['steps', { steps: [EMPTY_STEP] }],
    // A share is what a health cover gives, not an amount.
    ['steps', { kind: 'healthCover' as const }],
    ['source', { source: '' }],
  ])('names %s', (field, change) => {
    expect(readBenefit({ ...draft, ...change }, undefined, [])).toMatchObject({ error: { details: { field } } });
  });
});

describe('a new country profile', () => {
  const line = { ...EMPTY_COUNTRY_LINE, label: 'Mutuelle', ratePpm: 50_000, source: 'Convention' };
  const draft = {
    ...startCountry(undefined, '2026-01-01'),
    version: 'mg',
    source: 'AG',
    currency: 'mga',
    lines: [line],
  };

  it('writes the currency as it is known', () => {
    expect(unwrap(readCountry(draft, undefined))).toMatchObject({ currency: 'MGA', lines: [{ code: 'mutuelle' }] });
  });

  it.each([
    ['version', { version: '' }],
    ['from', { from: '2026-13-01' }],
    ['currency', { currency: 'AR' }],
    ['value', { lines: [{ ...line, ratePpm: undefined }] }],
    [
      'shares',
      {
        lines: [
          { ...line, ratePpm: 600_000 },
          { ...line, ratePpm: 600_000 },
        ],
      },
    ],
  ])('names %s', (field, change) => {
    expect(readCountry({ ...draft, ...change }, undefined)).toMatchObject({ error: { details: { field } } });
  });
});
