import type { PreparedSalary } from '../../shared/salary/compute-from-gross.ts';
import { prepareSalary } from '../../shared/salary/compute-from-gross.ts';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';
import { solvePreparedFromCost } from '../../shared/salary/solve-from-cost.ts';
import { solvePreparedFromNet } from '../../shared/salary/solve-from-net.ts';
import { unwrap } from '../../shared/core/result.ts';

interface Measure {
  name: string;
  value: number;
  unit: string;
}

const CONTRACT: SalaryInput = {
  period: '2026-03',
  weeklyMinutes: 2100,
  headcount: 10,
  isCadre: false,
  atmpRatePpm: 20_800,
  mutuelleCents: 4000,
  mutuelleEmployerSharePpm: 500_000,
  transportRatePpm: 0,
};

const CONTRACTS: readonly SalaryInput[] = [
  CONTRACT,
  { ...CONTRACT, weeklyMinutes: 1050 },
  { ...CONTRACT, headcount: 120, isCadre: true },
  { ...CONTRACT, period: '2025-09', headcount: 49 },
];

/** Conversions of one salary per second: all lines from a gross, and the two searches. */
export function benchSalary(): Measure[] {
  const prepared = CONTRACTS.map((input) => unwrap(prepareSalary(input)));
  return [
    measure(
      'salary forward, all lines',
      (index) => unwrap(pick(prepared, index).fromGross(amountAt(index))).lines.length,
    ),
    measure('salary forward with its preparation', (index) => {
      const input = CONTRACTS[index % CONTRACTS.length] ?? CONTRACT;
      return unwrap(unwrap(prepareSalary(input)).fromGross(amountAt(index))).lines.length;
    }),
    measure(
      'salary inverse from cost',
      (index) => unwrap(solvePreparedFromCost(pick(prepared, index), amountAt(index))).residueCents,
    ),
    measure(
      'salary inverse from net',
      (index) => unwrap(solvePreparedFromNet(pick(prepared, index), amountAt(index))).excessCents,
    ),
  ];
}

function pick(prepared: readonly PreparedSalary[], index: number): PreparedSalary {
  const contract = prepared[index % prepared.length];
  if (!contract) throw new Error('bench: no contract');
  return contract;
}

/** Amounts from 500 to 10,500 €, spread by a step prime to the range. */
function amountAt(index: number): number {
  return 50_000 + ((index * 7919) % 1_000_000);
}

/** Best of five runs of at least 200 ms, after a warm-up: calls per second. */
function measure(name: string, call: (index: number) => number): Measure {
  let best = 0;
  let checksum = 0;
  for (let run = 0; run < 6; run += 1) {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < 200) {
      for (let index = 0; index < 500; index += 1) checksum += call(calls + index);
      calls += 500;
    }
    const perSecond = (calls * 1000) / (performance.now() - start);
    if (run > 0 && perSecond > best) best = perSecond;
  }
  if (!Number.isFinite(checksum)) throw new Error(`bench: ${name} gave no figures`);
  return { name, value: Math.round(best), unit: 'calls/s' };
}
