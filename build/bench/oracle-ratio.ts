import { askOracle, prepareOracle, prepareOracleFromCost } from '../oracle/oracle.ts';
import type { Call } from './measure-rate.ts';
import { measureRate, measureRatio } from './measure-rate.ts';
import type { Measure } from './print-measures.ts';
import { amountAt, CONTRACTS, pick } from './sample-pays.ts';

const COST = 'salarié . coût total employeur';
const GROSS = 'salarié . contrat . salaire brut';

/**
 * The public model on the same contracts and amounts as ours, in the same process, and how many times as fast ours is: all
 * lines against all lines, and against the total cost alone; our inverse with all lines against the gross alone.
 */
export function benchOracle(ours: { readonly forward: Call; readonly inverse: Call }): Measure[] {
  const lines = slowly((index) => Object.values(askOracle(pick(CONTRACTS, index), amountAt(index))).length);
  const cost = slowly((index) => valueOf(prepareOracle(pick(CONTRACTS, index), amountAt(index)).evaluate(COST)));
  const inverse = slowly((index) =>
    valueOf(prepareOracleFromCost(pick(CONTRACTS, index), amountAt(index)).evaluate(GROSS)),
  );
  const unit = '×';
  return [
    { name: 'public model, forward, all lines', value: msOf(lines), unit: 'ms' },
    { name: 'public model, forward, cost alone', value: msOf(cost), unit: 'ms' },
    { name: 'public model, inverse, gross alone', value: msOf(inverse), unit: 'ms' },
    {
      name: 'forward ÷ its forward, all lines',
      value: measureRatio(ours.forward, lines),
      unit,
      goal: { atLeast: 20_000 },
    },
    { name: 'forward with all lines ÷ its cost alone', value: measureRatio(ours.forward, cost), unit },
    { name: 'inverse ÷ its inverse', value: measureRatio(ours.inverse, inverse), unit, goal: { atLeast: 10_000 } },
  ];
}

/** A call of the model; each reading of the clock sees every contract once. */
function slowly(call: Call): { readonly call: Call; readonly batch: number } {
  return { call, batch: CONTRACTS.length };
}

function msOf({ call, batch }: ReturnType<typeof slowly>): number {
  return 1000 / measureRate(call, batch);
}

/** The model finds no answer to some budgets: it has taken its time all the same. */
function valueOf({ nodeValue }: { readonly nodeValue: unknown }): number {
  return typeof nodeValue === 'number' ? nodeValue : 0;
}
