import type { SalaryComputation } from './salary-computation.ts';

/** Amounts in cents by `side.code`; throws when a line comes twice. */
export function amountsByLine(computation: SalaryComputation): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const line of computation.lines) {
    const key = `${line.side}.${line.code}`;
    if (key in amounts) throw new Error(`line ${key} comes twice`);
    amounts[key] = line.amountCents;
  }
  return amounts;
}
