import type { Contract } from '../records/contract.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { WorkingTime } from '../salary/working-time.ts';

/** A CESA names no working time (Code du travail L7332-3, R7331-11): no hours determine its pay. */
const NONE: WorkingTime = { kind: 'none' };

/** What the pay of a contract is measured by. */
export function workingTimeOf({ kind, workingTime }: Contract): WorkingTime {
  return kind === 'salaried' ? (workingTime ?? NONE) : NONE;
}

/**
 * Whether a contract says how its working time is counted, if it must: a `salaried` one names hours or days, no other does.
 * Error: `contract.workingTime` (`date`: its start).
 */
export function checkWorkingTime(contract: Contract): Result<Contract> {
  const { kind, workingTime, startDate } = contract;
  const isNamed = workingTime !== undefined && workingTime.kind !== 'none';
  if (isNamed === (kind === 'salaried')) return ok(contract);
  return fail(appError('contract.workingTime', `working time of the contract from ${startDate}`, { date: startDate }));
}
