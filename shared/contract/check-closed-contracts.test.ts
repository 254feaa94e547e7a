import { describe, expect, it } from 'vitest';
import { makeActivity } from '../cooperative/rules.test-support.ts';
import { checkClosedContracts } from './check-closed-contracts.ts';

describe('contracts and closed months', () => {
  const old = makeActivity();
  const judgeContracts = (change: Parameters<typeof makeActivity>[0]): ReturnType<typeof checkClosedContracts> =>
    checkClosedContracts(old, makeActivity(change), '2025-06');
  const cesa = { ...old.contract, kind: 'cesa' } as const;

  it('refuses another status in a closed month', () => {
    expect(judgeContracts({ contract: cesa })).toMatchObject({
      error: { code: 'contract.closedMonths', details: { month: '2025-06' } },
    });
    const from = { ...cesa, startDate: '2025-06-01' };
    const cape = { ...old.contract, endDate: '2025-05-31' };
    expect(judgeContracts({ contract: from, contracts: [cape, from] }).ok).toBe(false);
  });

  it('refuses an end, a beginning or a gap in a closed month, and takes them in an open one', () => {
    const ended = (endDate: string) => judgeContracts({ contract: { ...old.contract, endDate } });
    expect(ended('2025-06-29')).toMatchObject({ error: { code: 'contract.closedMonths' } });
    expect(ended('2025-06-30').ok).toBe(true);
    expect(ended('2025-07-15').ok).toBe(true);
    const second = { ...old.contract, startDate: '2025-06-20' };
    const split = (endDate: string) =>
      judgeContracts({ contract: second, contracts: [{ ...old.contract, endDate }, second] });
    expect(split('2025-06-10').ok).toBe(false);
  });

  it('takes another status from an open month, and terms that are no status', () => {
    const from = { ...cesa, startDate: '2025-07-01' };
    const cape = { ...old.contract, endDate: '2025-06-30' };
    expect(judgeContracts({ contract: from, contracts: [cape, from] }).ok).toBe(true);
    expect(judgeContracts({ contract: { ...old.contract, weeklyMinutes: 600 } }).ok).toBe(true);
  });
});
