import { unwrap } from '../../shared/core/result.ts';
import { computeFromGross } from '../../shared/salary/compute-from-gross.ts';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';
import { askOracle } from './oracle.ts';

/** The model computes in floating point: where its exact amount is a half cent within this, both neighbours are right. */
const HALF_CENT_TOLERANCE = 1e-6;

/** The lines in which our pay differs from the rounded amounts of the public model; empty when every line agrees to the cent. */
export function compareWithOracle(input: SalaryInput, grossCents: number): string[] {
  const { lines } = unwrap(computeFromGross(input, grossCents));
  const ours = new Map(lines.map((line) => [`${line.side}.${line.code}`, line.amountCents]));
  const differences: string[] = [];
  const exact = askOracle(input, grossCents);
  for (const [line, amount] of Object.entries(exact)) {
    const found = ours.get(line) ?? 0;
    ours.delete(line);
    if (!isRounded(found, amount)) differences.push(`${line}: ${String(found)}, the model ${String(amount)}`);
  }
  for (const [line, amount] of ours) differences.push(`${line}: ${String(amount)}, not in the model`);
  return differences;
}

function isRounded(cents: number, exact: number): boolean {
  return Math.abs(cents - exact) <= 0.5 + HALF_CENT_TOLERANCE;
}
