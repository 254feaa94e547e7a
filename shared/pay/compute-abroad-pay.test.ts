import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../core/result.ts';
import type { AbroadPayBody } from '../records/abroad-pay.ts';
import type { CountryProfile } from '../records/country-profile.ts';
import { proveAbroadPay, verifyAbroadPay } from './abroad-pay-proof.ts';
import { computeAbroadPay, findCountryProfile } from './compute-abroad-pay.ts';
import { hash } from '../testing/hash.ts';

const profile: CountryProfile = {
  version: 'mg-2025',
  country: 'MG',
  currency: 'MGA',
  from: '2025-01-01',
  source: 'Conseil du 3 mars 2025',
  lines: [
    { code: 'transfer', label: 'Frais de virement', base: 'fixed', ratePpm: 0, amountMinor: 15_000, source: 'Banque' },
    { code: 'cover', label: 'Mutuelle locale', base: 'budget', ratePpm: 12_345, amountMinor: 0, source: 'Contrat' },
  ],
};

describe('pay of a member abroad', () => {
  it('is the budget less the lines of the country, in whole ariary', () => {
    const pay = unwrap(computeAbroadPay(profile, '2026-03', 1_234_567));
    // 1,234,567 × 1.2345 % = 15,240.729… → 15,241; 1,234,567 − 15,000 − 15,241 = 1,204,326
    expect(pay.lines.map((line) => line.amountMinor)).toEqual([15_000, 15_241]);
    expect(pay.paidMinor).toBe(1_204_326);
  });

  it('adds up whatever the budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16_000, max: 1_000_000_000 }), (budget) => {
        const { lines, paidMinor } = unwrap(computeAbroadPay(profile, '2026-03', budget));
        expect(lines.reduce((sum, line) => sum + line.amountMinor, paidMinor)).toBe(budget);
      }),
    );
  });

  it('uses the profile of the country and the date, and pretends none', () => {
    const later = { ...profile, version: 'mg-2026', from: '2026-04-01' };
    const profiles = [later, profile];
    expect(unwrap(findCountryProfile(profiles, 'MG', '2026-03')).version).toBe('mg-2025');
    expect(unwrap(findCountryProfile(profiles, 'MG', '2026-04')).version).toBe('mg-2026');
    const onLastDay = { ...profile, version: 'mg-31', from: '2026-03-31' };
    expect(unwrap(findCountryProfile([...profiles, onLastDay], 'MG', '2026-03')).version).toBe('mg-31');
    expect(findCountryProfile(profiles, 'MG', '2024-12')).toMatchObject({ error: { code: 'abroad.noProfile' } });
    expect(findCountryProfile(profiles, 'SN', '2026-03')).toMatchObject({ error: { code: 'abroad.noProfile' } });
  });

  it('uses the latest profile, whatever their order, and of two that start together the last', () => {
    const later = { ...profile, version: 'mg-2026', from: '2026-01-01' };
    const again = { ...later, version: 'mg-2026-b' };
    const versionOf = (...profiles: CountryProfile[]) => unwrap(findCountryProfile(profiles, 'MG', '2026-03')).version;
    expect([versionOf(profile, later), versionOf(later, profile)]).toEqual(['mg-2026', 'mg-2026']);
    expect(versionOf(later, again, profile)).toBe('mg-2026-b');
    expect(findCountryProfile([], 'MG', '2026-03')).toMatchObject({
      error: { details: { country: 'MG', period: '2026-03' } },
    });
  });

  it.each([
    ['negative', -1, 'amount.invalid'],
    ['NaN', Number.NaN, 'amount.invalid'],
    ['a fraction', 10.5, 'amount.invalid'],
    ['beyond every account', 2 ** 53, 'amount.tooLarge'],
    ['below the fixed lines', 15_000, 'abroad.linesAboveBudget'],
  ])('refuses a budget that is %s', (_name, budget, code) => {
    expect(computeAbroadPay(profile, '2026-03', budget)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses a month that is none', () => {
    expect(computeAbroadPay(profile, '2026-13', 100_000)).toMatchObject({ error: { code: 'period.invalid' } });
  });
});

describe('proof of a pay abroad', () => {
  const pay = unwrap(computeAbroadPay(profile, '2026-03', 1_234_567));
  const body: AbroadPayBody = {
    input: { period: pay.period, budgetMinor: pay.budgetMinor, profile },
    account: { balanceMinor: 2_000_000, availableMinor: 1_500_000 },
    lines: pay.lines.map((line) => ({ ...line })),
    currency: 'MGA',
    paidMinor: pay.paidMinor,
    computation: { ...proveAbroadPay(pay, hash) },
    seal: '',
    history: [],
  };

  it('follows from the input', () => {
    expect(verifyAbroadPay(body, hash)).toEqual([]);
  });

  it.each([
    ['paidMinor', { paidMinor: body.paidMinor + 1 }],
    ['currency', { currency: 'EUR' }],
    ['lines', { lines: body.lines.slice(1) }],
    ['computation', { computation: { ...body.computation, resultDigest: '0'.repeat(64) } }],
  ])('shows a changed %s', (path, change) => {
    expect(verifyAbroadPay({ ...body, ...change }, hash).map((difference) => difference.path)).toEqual([path]);
  });

  it('tells what is expected and what was found, texts without marks around them', () => {
    expect(verifyAbroadPay({ ...body, currency: 'EUR', paidMinor: 1 }, hash)).toEqual([
      { path: 'currency', expected: 'MGA', found: 'EUR' },
      { path: 'paidMinor', expected: '1204326', found: '1' },
    ]);
  });

  it('names the rule and the version of the profile, and differs with every figure', () => {
    const proof = proveAbroadPay(pay, hash);
    expect(proof).toMatchObject({ rule: 'abroadPay', ruleVersion: 'mg-2025' });
    expect(proveAbroadPay({ ...pay, budgetMinor: 1 }, hash).inputDigest).not.toBe(proof.inputDigest);
    expect(proveAbroadPay({ ...pay, paidMinor: 1 }, hash).resultDigest).not.toBe(proof.resultDigest);
  });

  it('shows an input that cannot be computed', () => {
    const input = { ...body.input, budgetMinor: 1 };
    expect(verifyAbroadPay({ ...body, input }, hash)).toEqual([
      { path: 'input', expected: 'a computable input', found: 'abroad.linesAboveBudget' },
    ]);
  });
});
