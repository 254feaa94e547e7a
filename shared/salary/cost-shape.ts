import type { PreparedSalary } from './compute-from-gross.ts';
import { isReduced } from './general-reduction.ts';
import { selectRate } from './line-plan.ts';
import { CUMULATED_INDEX, WAGE_INDEX } from './salary-bases.ts';
import type { SalaryPlan } from './salary-plan.ts';

/** Gross pays, in cents, over which the cost of a month hardly ever falls when the gross rises. */
export interface CostStretch {
  readonly first: number;
  readonly last: number;
  /** A higher gross never costs less by more than twice this, in cents; 0 where it never costs less. */
  readonly slackCents: number;
}

/**
 * The stretches of all gross pays of a month, lowest first. Where working time is counted there is one, and the cost never
 * falls. Under CESA the minimum wage of a month is its pay, up to full time: after months of high pay a little more of it
 * raises the minimum wage of the year by more than its share, so the coefficient of the reduction grows with the gross, step
 * by step, and the whole year gains the reduction (in 2025 the reduced rates too) at one cent of gross.
 */
export function listCostStretches({ plan, basesOf }: PreparedSalary): readonly CostStretch[] {
  const { perGrossCent, mostParts } = plan.year.wage;
  const last = plan.maximumGrossCents;
  // Of a month alone base and minimum wage are both the pay, but for welfare that counts as pay.
  const isPlain = perGrossCent === 0 || (plan.year.before.months === 0 && !plan.bases.canExceedExemption);
  const followsTo = isPlain ? 0 : Math.floor(mostParts / perGrossCent) + 1;
  if (followsTo === 0) return [{ first: 0, last, slackCents: 0 }];
  const end = Math.min(followsTo, last);
  const starts = [0, ...listGains(plan, basesOf, end)].toSorted((a, b) => a - b);
  const lines = plan.employer.lines.length + plan.employer.extras.length + 2;
  const baseCents = (basesOf(end)[CUMULATED_INDEX] ?? 0) / plan.bases.scale;
  // Half a step of the coefficient (1e-4), and half a cent of each line.
  const slackCents = Math.ceil(baseCents / 20_000 + lines / 2);
  const following = starts.map((first, index) => ({ first, last: (starts[index + 1] ?? end) - 1, slackCents }));
  return [...following.filter((stretch) => stretch.last >= stretch.first), { first: end, last, slackCents: 0 }];
}

/** Where the year gains the reduction or a reduced rate when the gross rises to it. */
function listGains(plan: SalaryPlan, basesOf: (grossCents: number) => Float64Array, end: number): number[] {
  const gains = [
    (bases: Float64Array) => isReduced(plan.reduction, bases[CUMULATED_INDEX] ?? 0, bases[WAGE_INDEX] ?? 0),
    ...plan.employer.lines
      .filter(({ reducedLimit }) => reducedLimit !== undefined)
      .map((line) => (bases: Float64Array) => selectRate(line, bases) === line.reduced),
  ];
  return gains.flatMap((holds) => {
    const at = (grossCents: number): boolean => holds(basesOf(grossCents));
    return at(0) || !at(end) ? [] : [firstWith(at, end)];
  });
}

function firstWith(holds: (grossCents: number) => boolean, end: number): number {
  let [without, found] = [0, end];
  while (found - without > 1) {
    const middle = Math.floor((without + found) / 2);
    if (holds(middle)) found = middle;
    else without = middle;
  }
  return found;
}
