import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { Contract } from '../records/contract.ts';
import { firstDay, lastDay } from '../time/month.ts';
import { addDays, toEpochDay } from '../time/plain-date.ts';
import { contractIn, contractsOf } from './contract-in.ts';

/** A contract with its amendments: contracts of one kind that follow each other without a day between them. */
export interface ContractRun {
  readonly contracts: readonly Contract[];
  readonly firstDate: string;
  /** Last day; open when absent. */
  readonly lastDate?: string;
}

/**
 * The run that the contract of a month belongs to. What the law counts by contract (the year of the ceilings and of the
 * general reduction, L241-13 III) goes on through amendments and begins again with another contract.
 * Errors: those of `contractIn`.
 */
export function contractRun(
  settings: Pick<ActivitySettingsBody, 'contract' | 'contracts'>,
  month: string,
): Result<ContractRun> {
  const found = contractIn(settings, month);
  if (!found.ok) return found;
  const all = contractsOf(settings);
  const at = all.indexOf(found.value);
  const follows = (index: number): boolean => {
    const [before, after] = [all[index - 1], all[index]];
    if (before?.endDate === undefined || after === undefined) return false;
    return before.kind === after.kind && addDays(before.endDate, 1) === after.startDate;
  };
  let [first, last] = [at, at];
  while (follows(first)) first -= 1;
  while (follows(last + 1)) last += 1;
  const contracts = all.slice(first, last + 1);
  const { endDate } = contracts.at(-1) ?? found.value;
  const { startDate } = contracts[0] ?? found.value;
  return ok({ contracts, firstDate: startDate, ...(endDate !== undefined && { lastDate: endDate }) });
}

/** The calendar days of a month in which a run is in force. */
export function daysOfRun({ firstDate, lastDate }: ContractRun, month: string): number {
  const from = firstDate > firstDay(month) ? firstDate : firstDay(month);
  const until = lastDate !== undefined && lastDate < lastDay(month) ? lastDate : lastDay(month);
  return until < from ? 0 : toEpochDay(until) - toEpochDay(from) + 1;
}
