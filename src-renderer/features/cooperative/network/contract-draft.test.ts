import { describe, expect, it } from 'vitest';
import type { Contract } from '../../../../shared/records/contract.ts';
import { readContractDraft, startContractDraft } from './contract-draft.ts';

const CESA: Contract = {
  kind: 'cesa',
  startDate: '2026-01-01',
  endDate: '2026-12-31',
  weeklyMinutes: 1040,
  isCadre: true,
  isAssociate: true,
  fixedGrossCents: 90_000,
};

describe('the draft of a contract', () => {
  it('gives a contract back as it was, with what no field shows', () => {
    const old = { ...CESA, later: 1 };
    expect(readContractDraft(startContractDraft(old), old)).toEqual(old);
  });

  it('leaves out what belongs to a CESA alone, and an end that was emptied', () => {
    const draft = { ...startContractDraft(CESA), kind: 'cape', endDate: '' } as const;
    expect(readContractDraft(draft, CESA)).toEqual({
      kind: 'cape',
      startDate: '2026-01-01',
      weeklyMinutes: 1040,
      isCadre: true,
    });
  });

  it('has no fixed part when there is none, and asks no other contract for one', () => {
    expect(startContractDraft(undefined).fixedGrossCents).toBe(0);
    expect(readContractDraft({ ...startContractDraft(CESA), fixedGrossCents: 0 }, CESA)).not.toHaveProperty(
      'fixedGrossCents',
    );
    const cape = { ...startContractDraft(CESA), kind: 'cape', fixedGrossCents: undefined } as const;
    expect(readContractDraft(cape, CESA)).toMatchObject({ kind: 'cape' });
  });

  it.each([
    ['startDate', { startDate: '' }],
    ['endDate', { endDate: '2026-02-30' }],
    ['endDate', { endDate: '2025-12-31' }],
    ['fixedPart', { fixedGrossCents: undefined }],
    ['time', { kind: 'salaried' as const, timeE2: undefined }],
    ['time', { kind: 'salaried' as const, timeE2: 3501 }],
    ['time', { kind: 'salaried' as const, countedIn: 'annualDays' as const, timeE2: 10_050 }],
  ])('names %s', (field, change) => {
    expect(readContractDraft({ ...startContractDraft(CESA), ...change }, CESA)).toMatchObject({ field });
  });

  it.each([
    ['weeklyHours', 2_800, { kind: 'weeklyHours', minutes: 1_680 }],
    ['annualDays', 21_800, { kind: 'annualDays', days: 218 }],
    ['annualHours', 80_350, undefined],
    ['annualHours', 80_300, { kind: 'annualHours', hours: 803 }],
  ] as const)('of an employment contract counts in %s', (countedIn, timeE2, workingTime) => {
    const draft = { ...startContractDraft(CESA), kind: 'salaried' as const, countedIn, timeE2 };
    const read = readContractDraft(draft, CESA);
    if (workingTime === undefined) {
      expect(read).toEqual({ field: 'time' });
      return;
    }
    expect(read).toMatchObject({ kind: 'salaried', workingTime });
    expect(startContractDraft(read as Contract)).toMatchObject({ countedIn, timeE2 });
    expect(readContractDraft({ ...draft, kind: 'cesa' }, read as Contract)).not.toHaveProperty('workingTime');
  });
});
