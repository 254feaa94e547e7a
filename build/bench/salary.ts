import { unwrap } from '../../shared/core/result.ts';
import { computeFromGross, prepareSalary } from '../../shared/salary/compute-from-gross.ts';
import { solveFromCost, solvePreparedFromCost } from '../../shared/salary/solve-from-cost.ts';
import { solvePreparedFromNet } from '../../shared/salary/solve-from-net.ts';
import type { Call } from './measure-rate.ts';
import { measureRate } from './measure-rate.ts';
import { payYearFromCost } from './paid-year.ts';
import type { Measure } from './print-measures.ts';
import { amountAt, CONTRACTS, pick } from './sample-pays.ts';

const prepared = CONTRACTS.map((input) => unwrap(prepareSalary(input)));

/** A prepared contract with all lines of a gross, or of the gross that a cost allows. */
export const forward: Call = (index) => unwrap(pick(prepared, index).fromGross(amountAt(index))).lines.length;
export const inverse: Call = (index) =>
  unwrap(solvePreparedFromCost(pick(prepared, index), amountAt(index))).residueCents;

const forwardAlone: Call = (index) => unwrap(computeFromGross(pick(CONTRACTS, index), amountAt(index))).lines.length;
const inverseAlone: Call = (index) => unwrap(solveFromCost(pick(CONTRACTS, index), amountAt(index))).residueCents;
const fromNet: Call = (index) => unwrap(solvePreparedFromNet(pick(prepared, index), amountAt(index))).excessCents;

/** Conversions a second and the time of a plan. */
export function benchSalary(): Measure[] {
  const unit = 'a second';
  const years = measureRate((index) => payYearFromCost(index).length, 10);
  return [
    { name: 'forward, all lines', value: measureRate(forward), unit, goal: { atLeast: 300_000 } },
    { name: 'forward with the preparation of the contract', value: measureRate(forwardAlone), unit },
    { name: 'inverse from a cost', value: measureRate(inverse), unit, goal: { atLeast: 60_000 } },
    { name: 'inverse from a cost with the preparation of the contract', value: measureRate(inverseAlone), unit },
    { name: 'inverse from a net', value: measureRate(fromNet), unit },
    {
      name: 'regularised plan of twelve months, each from its cost',
      value: 1000 / years,
      unit: 'ms',
      goal: { atMost: 1 },
    },
  ];
}
