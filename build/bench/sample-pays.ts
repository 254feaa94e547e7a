import type { ExtraLine } from '../../shared/salary/extra-line.ts';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';

const CONTRACT: SalaryInput = {
  period: '2026-03',
  workingTime: { kind: 'weeklyHours', minutes: 2100 },
  headcount: 10,
  isCadre: false,
  atmpRatePpm: 20_800,
  mutuelleCents: 4000,
  mutuelleEmployerSharePpm: 500_000,
  transportRatePpm: 0,
};

/** Contracts that the public model knows too. */
export const CONTRACTS: readonly SalaryInput[] = [
  CONTRACT,
  { ...CONTRACT, workingTime: { kind: 'weeklyHours', minutes: 1050 } },
  { ...CONTRACT, headcount: 120, isCadre: true },
  { ...CONTRACT, period: '2025-09', headcount: 49 },
];

/** One after the other, again and again. */
export function pick<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('bench: nothing to pick from');
  return one;
}

/** Amounts from 500 to 10,500 €, spread by a step prime to the range. */
export function amountAt(index: number): number {
  return 50_000 + ((index * 7919) % 1_000_000);
}

const OCCUPATIONAL_HEALTH: ExtraLine = {
  code: 'x-sante-travail',
  label: 'Santé au travail',
  side: 'employer',
  base: 'fixed',
  rateE7: 0,
  amountCents: 900,
  isWelfare: false,
  source: 'Adhésion 2026',
  since: '2026-01-01',
};

/** The contract of a member in a month of 2026: hours, status and health cover differ, each has an extra line. */
export function memberContract(member: number, month: number): SalaryInput {
  return {
    ...CONTRACT,
    period: `2026-${String(month).padStart(2, '0')}`,
    workingTime: member % 4 === 0 ? { kind: 'weeklyHours', minutes: 600 + ((member * 37) % 1500) } : { kind: 'none' },
    headcount: 120,
    isCadre: member % 10 === 0,
    mutuelleCents: 3000 + (member % 40) * 50,
    transportRatePpm: 20_000,
    extraLines: [OCCUPATIONAL_HEALTH],
  };
}
