import type { PreparedSalary } from './compute-from-gross.ts';
import { listCostStretches } from './cost-shape.ts';
import type { SalaryComputation } from './salary-computation.ts';

/** What changes at a threshold of gross pay. */
export type CostJumpReason = 'ceiling' | 'generalReduction' | 'health' | 'familyAllowances';

/** A gross at which one cent more makes the employer cost jump. */
export interface CostJump {
  readonly reason: CostJumpReason;
  /** The first gross beyond the threshold, in cents. */
  readonly fromGrossCents: number;
  /** What that last cent of gross adds to the employer cost, in cents. */
  readonly jumpCents: number;
}

/** Less than this is the ordinary staircase of the rounded coefficient, up to 56 cents (2026 parameters). */
const SMALLEST_JUMP_CENTS = 100;

/**
 * The thresholds of a month at which the cost jumps by a euro or more, lowest first: CET due from the first euro beyond the
 * ceiling, end of the general reduction, end of a reduced health or family rate. Cents.
 */
export function listCostJumps(prepared: PreparedSalary): readonly CostJump[] {
  const found: CostJump[] = [];
  const add = (reason: CostJumpReason, fromGrossCents: number | undefined): void => {
    if (fromGrossCents === undefined || fromGrossCents < 1 || fromGrossCents > prepared.maximumGrossCents) return;
    const jumpCents = prepared.costOf(fromGrossCents) - prepared.costOf(fromGrossCents - 1);
    if (jumpCents >= SMALLEST_JUMP_CENTS) found.push({ reason, fromGrossCents, jumpCents });
  };
  add('ceiling', prepared.netShape.lastGrossWithinCeilingCents + 1);
  add(
    'generalReduction',
    firstGrossWith(prepared, ({ totals }) => totals.reductionCoefficientE4 === 0),
  );
  for (const { code, rateE7, reduced } of prepared.parameters.contributions) {
    if (reduced === undefined || (code !== 'health' && code !== 'familyAllowances')) continue;
    add(
      code,
      firstGrossWith(prepared, ({ lines }) => lines.some((line) => line.code === code && line.rateE7 === rateE7)),
    );
  }
  return found.toSorted((a, b) => a.fromGrossCents - b.fromGrossCents);
}

/** The first gross of which something is true that stays true for every higher one; undefined when it never is. */
function firstGrossWith(
  prepared: PreparedSalary,
  isBeyond: (computation: SalaryComputation) => boolean,
): number | undefined {
  const holds = (grossCents: number): boolean => {
    const computed = prepared.fromGross(grossCents);
    return computed.ok && isBeyond(computed.value);
  };
  // Below, the minimum wage of a month may follow its pay: what is gained there is a fall of the cost, not a jump.
  let within = listCostStretches(prepared).at(-1)?.first ?? 0;
  if ((within > 0 && holds(within)) || !holds(prepared.maximumGrossCents)) return undefined;
  let beyond = prepared.maximumGrossCents;
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (holds(middle)) beyond = middle;
    else within = middle;
  }
  return beyond;
}
