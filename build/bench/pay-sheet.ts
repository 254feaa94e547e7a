import { proveSalary, verifySalary } from '../../shared/salary/salary-computation-proof.ts';
import { hash } from '../../sync-server/data-folder/hash.ts';
import { payYearFromCost } from './paid-year.ts';
import type { Measure } from './print-measures.ts';

const MEMBERS = 1000;
const RUNS = 3;

/** A year's pay sheet of a large cooperative, every figure and digest verified as the server does it: median of three. */
export function benchPaySheet(): Measure {
  const sheet = Array.from({ length: MEMBERS }, (_, member) => payYearFromCost(member))
    .flat()
    .map(({ input, computation }) => ({
      input,
      claimed: { ...computation, computation: proveSalary(input, computation, hash) },
    }));
  const seconds = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    for (const { input, claimed } of sheet) {
      if (verifySalary(input, claimed, hash).length > 0) throw new Error('bench: a right sheet was refused');
    }
    return (performance.now() - start) / 1000;
  }).toSorted((a, b) => a - b);
  return {
    name: `pay sheet of ${MEMBERS.toLocaleString('en')} members × 12 months verified`,
    value: seconds[Math.floor(RUNS / 2)] ?? Number.NaN,
    unit: 's',
    goal: { atMost: 2 },
  };
}
