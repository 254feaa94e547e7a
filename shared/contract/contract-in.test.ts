import { describe, expect, it } from 'vitest';
import type { Contract } from '../records/contract.ts';
import { checkContracts, contractIn, contractsOf, memberStatusIn, memberStatusOf } from './contract-in.ts';

const cape: Contract = {
  kind: 'cape',
  startDate: '2025-03-01',
  endDate: '2026-02-14',
  weeklyMinutes: 2100,
  isCadre: false,
};
const cesa: Contract = { kind: 'cesa', startDate: '2026-02-15', weeklyMinutes: 2100, isCadre: false };

describe('contracts of an activity', () => {
  it('are the one contract of older settings', () => {
    expect(contractsOf({ contract: cesa })).toEqual([cesa]);
  });

  it.each([
    ['2025-02', undefined],
    ['2025-03', 'cape'],
    ['2026-01', 'cape'],
    ['2026-02', 'cesa'],
    ['2030-12', 'cesa'],
  ])('in %s: %s', (month, kind) => {
    const found = contractIn({ contract: cesa, contracts: [cesa, cape] }, month);
    if (kind === undefined) expect(found).toMatchObject({ error: { code: 'contract.none' } });
    else expect(found).toMatchObject({ value: { kind } });
  });

  it('never hold a day twice', () => {
    const early = { ...cesa, startDate: '2026-02-14' };
    expect(checkContracts([early, cape])).toMatchObject({
      error: { code: 'contract.overlapping', details: { date: '2026-02-14' } },
    });
    expect(contractIn({ contract: early, contracts: [cape, early] }, '2026-03')).toMatchObject({
      error: { code: 'contract.overlapping' },
    });
    expect(checkContracts([{ ...cape, endDate: undefined }, cesa])).toMatchObject({
      error: { code: 'contract.overlapping' },
    });
    expect(checkContracts([{ ...cape, endDate: '2025-02-28' }])).toMatchObject({
      error: { code: 'contract.endBeforeStart' },
    });
  });

  it('make an associate of an employee only', () => {
    expect(memberStatusOf({ ...cesa, isAssociate: true })).toBe('associate');
    expect(memberStatusOf({ ...cape, isAssociate: true })).toBe('cape');
    expect(memberStatusOf(cesa)).toBe('cesa');
  });

  it.each([
    // Before all of them the first counts, between two the one before, after the last one that one.
    ['2025-01', 'cape'],
    ['2026-02', 'cape'],
    ['2026-06', 'cesa'],
    ['2027-06', 'cesa'],
  ])('tell what a person is in %s, contract or not: %s', (month, status) => {
    const early = { ...cape, endDate: '2025-12-31' };
    const late = { ...cesa, startDate: '2026-06-15', endDate: '2026-12-31' };
    expect(memberStatusIn({ contract: late, contracts: [early, late] }, month)).toBe(status);
  });
});
