import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { PreparedSalary } from './compute-from-gross.ts';
import type { SalaryComputation } from './salary-computation.ts';
import { solvePreparedFromCost } from './solve-from-cost.ts';
import { solvePreparedFromNet } from './solve-from-net.ts';

/** What the person starts from: employer cost, gross, or net before tax. */
export type PayDirection = 'cost' | 'gross' | 'net';

/** A pay found from an amount. */
export interface SolvedPay {
  readonly computation: SalaryComputation;
  /** False when no gross gives exactly the amount that was asked. */
  readonly isExact: boolean;
}

/** One pay from an amount in cents, in one of the three directions. Errors of the salary engine. */
export function solvePay(prepared: PreparedSalary, direction: PayDirection, amountCents: number): Result<SolvedPay> {
  if (direction === 'gross') {
    const computed = prepared.fromGross(amountCents);
    return computed.ok ? ok({ computation: computed.value, isExact: true }) : computed;
  }
  if (direction === 'net') {
    const solved = solvePreparedFromNet(prepared, amountCents);
    return solved.ok ? ok({ computation: solved.value.computation, isExact: solved.value.isExact }) : solved;
  }
  const solved = solvePreparedFromCost(prepared, amountCents);
  return solved.ok ? ok({ computation: solved.value.computation, isExact: solved.value.residueCents === 0 }) : solved;
}

/** The amount of a computed pay in a direction, to keep the same pay when the person changes the direction. */
export function amountIn(direction: PayDirection, { grossCents, totals }: SalaryComputation): number {
  if (direction === 'gross') return grossCents;
  return direction === 'net' ? Math.max(0, totals.netBeforeTaxCents) : totals.totalCostCents;
}
