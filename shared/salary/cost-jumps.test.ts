import { describe, expect, it } from 'vitest';
import { listCostJumps } from './cost-jumps.ts';
import { prepareContract } from './salary.test-support.ts';

const jumpsIn = (period: string) =>
  listCostJumps(prepareContract({ period })).map(({ reason, fromGrossCents, jumpCents }) => [
    reason,
    fromGrossCents,
    jumpCents,
  ]);

describe('jumps of the employer cost', () => {
  it('are those measured for 2026: 8.42 € at the ceiling, 109.39 € at three minimum wages', () => {
    expect(jumpsIn('2026-03')).toEqual([
      ['ceiling', 400_501, 842],
      ['generalReduction', 546_910, 10_939],
    ]);
  });

  it('are those measured for 2025 at 2.25 and 3.3 minimum wages: 243.27 € and 107.04 €', () => {
    expect(jumpsIn('2025-09').filter(([reason]) => reason !== 'ceiling')).toEqual([
      ['health', 405_406, 24_327],
      ['familyAllowances', 594_595, 10_704],
    ]);
  });
});
