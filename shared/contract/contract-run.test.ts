import { describe, expect, it } from 'vitest';
import { makeActivity } from '../cooperative/rules.test-support.ts';
import { unwrap } from '../core/result.ts';
import type { Contract } from '../records/contract.ts';
import { checkActivitySettings } from './check-activity-settings.ts';
import { contractRun, daysOfRun } from './contract-run.ts';
import { workingTimeOf } from './working-time-of.ts';

const terms = { weeklyMinutes: 2100, isCadre: false };
const cape: Contract = { kind: 'cape', startDate: '2025-03-01', endDate: '2026-02-14', ...terms };
const cesa: Contract = { kind: 'cesa', startDate: '2026-02-15', endDate: '2026-05-31', ...terms };
const amended: Contract = { kind: 'cesa', startDate: '2026-06-01', ...terms, fixedGrossCents: 90_000 };
const later: Contract = { ...amended, startDate: '2026-06-02' };
const runOf = (month: string, ...contracts: [Contract, ...Contract[]]) =>
  unwrap(contractRun({ contract: contracts[0], contracts }, month));

describe('a contract with its amendments', () => {
  it('goes on without a day between, and begins again with another kind', () => {
    const run = runOf('2026-07', amended, cesa, cape);
    expect([run.firstDate, run.lastDate, run.contracts.length]).toEqual(['2026-02-15', undefined, 2]);
    expect(runOf('2026-03', amended, cesa, cape)).toEqual(run);
    expect(runOf('2026-01', amended, cesa, cape)).toMatchObject({ firstDate: '2025-03-01', lastDate: '2026-02-14' });
  });

  it('begins again after a day without contract', () => {
    expect(runOf('2026-07', later, cesa)).toMatchObject({ firstDate: '2026-06-02' });
    expect(runOf('2026-04', later, cesa)).toMatchObject({ firstDate: '2026-02-15', lastDate: '2026-05-31' });
  });

  it.each([
    ['2026-01', 0],
    ['2026-02', 14],
    ['2026-03', 31],
    ['2026-06', 11],
    ['2026-07', 0],
  ])('has days in %s: %i', (month, days) => {
    const run = { contracts: [cesa], firstDate: '2026-02-15', lastDate: '2026-06-11' };
    expect(daysOfRun(run, month)).toBe(days);
  });

  it('is none where there is no contract', () => {
    expect(contractRun({ contract: later }, '2026-01')).toMatchObject({ error: { code: 'contract.none' } });
  });
});

describe('the working time of a contract', () => {
  const hours = { kind: 'weeklyHours', minutes: 1680 } as const;
  const salaried: Contract = { kind: 'salaried', startDate: '2025-01-01', ...terms, workingTime: hours };
  const check = (contract: Contract) => checkActivitySettings(makeActivity({ contract }));

  it('is named by an employment contract, and by no other', () => {
    expect(workingTimeOf(salaried)).toEqual(hours);
    expect(workingTimeOf(cesa)).toEqual({ kind: 'none' });
    expect(check(salaried).ok).toBe(true);
    expect(check({ ...salaried, workingTime: undefined })).toMatchObject({
      error: { code: 'contract.workingTime', details: { date: '2025-01-01' } },
    });
    expect(check({ ...salaried, workingTime: { kind: 'none' } }).ok).toBe(false);
    expect(check({ ...cesa, workingTime: hours }).ok).toBe(false);
    expect(check({ ...cesa, workingTime: { kind: 'none' } }).ok).toBe(true);
  });
});
