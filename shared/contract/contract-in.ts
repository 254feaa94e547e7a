import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { Contract } from '../records/contract.ts';
import type { MemberStatus } from '../records/contribution-rule.ts';
import { firstDay, lastDay } from '../time/month.ts';

type WithContracts = Pick<ActivitySettingsBody, 'contract' | 'contracts'>;

/** All contracts of an activity, oldest first. */
export function contractsOf(settings: WithContracts): readonly Contract[] {
  return (settings.contracts ?? [settings.contract]).toSorted((a, b) => compare(a.startDate, b.startDate));
}

/**
 * Whether contracts can stand beside each other: none ends before it starts, no day belongs to two of them.
 * Errors: `contract.endBeforeStart` (`date`), `contract.overlapping` (`date`: the first day held by two).
 */
export function checkContracts(contracts: readonly Contract[]): Result<readonly Contract[]> {
  const ordered = contracts.toSorted((a, b) => compare(a.startDate, b.startDate));
  for (const [index, { startDate, endDate }] of ordered.entries()) {
    if (endDate !== undefined && endDate < startDate) {
      return fail(appError('contract.endBeforeStart', `a contract ends before ${startDate}`, { date: startDate }));
    }
    const next = ordered[index + 1];
    if (next !== undefined && (endDate === undefined || endDate >= next.startDate)) {
      return fail(appError('contract.overlapping', `two contracts hold ${next.startDate}`, { date: next.startDate }));
    }
  }
  return ok(ordered);
}

/**
 * The contract of a month (`YYYY-MM`): the one in force on at least one of its days; when one follows another within the
 * month, the later one. Errors: `contract.none` (`month`), those of {@link checkContracts}.
 */
export function contractIn(settings: WithContracts, month: string): Result<Contract> {
  const contracts = checkContracts(contractsOf(settings));
  if (!contracts.ok) return contracts;
  const found = contracts.value.findLast(
    ({ startDate, endDate }) => startDate <= lastDay(month) && (endDate === undefined || endDate >= firstDay(month)),
  );
  if (found !== undefined) return ok(found);
  return fail(appError('contract.none', `no contract in ${month}`, { month }));
}

/** Whether the French payroll pays somebody under a contract. */
export function isOnPayroll({ kind }: Pick<Contract, 'kind'>): boolean {
  return kind === 'cesa' || kind === 'salaried';
}

/** What a person is in the cooperative under a contract, for rules and benefits that differ by it. */
export function memberStatusOf(contract: Contract): MemberStatus {
  return contract.kind === 'cesa' && contract.isAssociate === true ? 'associate' : contract.kind;
}

/**
 * What a person is in a month (`YYYY-MM`), also without a contract in it: the last one that started before goes on
 * counting, before all of them the first. A contract added later never changes the months before it.
 */
export function memberStatusIn(settings: WithContracts, month: string): MemberStatus {
  const contracts = contractsOf(settings);
  const started = contracts.findLast(({ startDate }) => startDate <= lastDay(month));
  return memberStatusOf(started ?? contracts[0] ?? settings.contract);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
