import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { readIdentity, startIdentity } from './identity-draft.ts';

const IDENTITY = {
  legalName: 'Les Sillons',
  tradeName: 'Sillons',
  legalForm: 'SCOP',
  siren: '732829320',
  vatNumber: 'FR44732829320',
  registry: 'RCS Nevers',
  shareCapitalCents: 100_000,
  address: { lines: ['1 place', 'étage 2'], postalCode: '58140', city: 'Lormes', country: 'FR' },
  iban: 'FR7630006000011234567890189',
  paymentTermsDays: 45,
  latePenaltyText: 'Trois fois le taux légal.',
};

describe('the identity of the cooperative', () => {
  it('comes back as it was', () => {
    expect(unwrap(readIdentity(startIdentity(IDENTITY), IDENTITY))).toEqual(IDENTITY);
  });

  it('takes numbers with their spaces', () => {
    const draft = { ...startIdentity(IDENTITY), siren: '732 829 320', iban: 'fr76 3000 6000 0112 3456 7890 189' };
    expect(unwrap(readIdentity(draft, undefined))).toMatchObject({ siren: IDENTITY.siren, iban: IDENTITY.iban });
  });

  it.each([
    ['legalName', { legalName: ' ' }],
    ['siren', { siren: '732829321' }],
    ['vatNumber', { vatNumber: 'X' }],
    ['line1', { line1: '' }],
    ['city', { city: '' }],
    ['iban', { iban: '12' }],
    ['shareCapitalCents', { shareCapitalCents: undefined }],
    ['paymentTermsDays', { paymentTermsDays: 121 }],
  ])('names %s', (field, change) => {
    expect(readIdentity({ ...startIdentity(IDENTITY), ...change }, undefined)).toMatchObject({
      error: { code: 'rules.invalid', details: { field } },
    });
  });
});
