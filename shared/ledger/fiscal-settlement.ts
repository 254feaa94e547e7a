import type { RecordOf } from '../records/registry.ts';
import { addMonths, lastDay, monthOf } from '../time/month.ts';
import type { AccountMonth } from './activity-account.ts';

/** How the pays of one month split into the fixed and the variable part, as employer cost in cents. */
export interface PaidParts {
  readonly period: string;
  readonly fixedCostCents: number;
  readonly advanceCostCents: number;
}

/**
 * The settlement of the variable part of a CESA for one fiscal year, as employer cost in cents:
 * due = margin of the year − cost of the fixed parts; balance = due − advances. A negative balance means that advances went
 * beyond what the year earned. Source: Code du travail art. L7332-3, R7331-11 and R7331-12 (since 2016-01-01).
 */
export interface FiscalSettlement {
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly marginCents: number;
  readonly fixedCostCents: number;
  readonly advanceCostCents: number;
  readonly dueCents: number;
  readonly balanceCents: number;
  readonly parts: readonly PaidParts[];
  /** Day of the general meeting that approved the accounts, once known. */
  readonly meetingDate?: string;
  /** Last day to settle: one month after the meeting. */
  readonly latestDate?: string;
}

/**
 * Settles one fiscal year, named by its first month, from the months of the activity account and the pays counted in it.
 * Months of the account outside the year are left out; `costAtFixedPart` gives the employer cost of the fixed part alone.
 */
export function settleFiscalYear(
  firstMonth: string,
  months: readonly AccountMonth[],
  pays: readonly RecordOf<'salaryStatement'>[],
  costAtFixedPart: (pay: RecordOf<'salaryStatement'>) => number,
  meetingDate?: string,
): FiscalSettlement {
  const lastMonth = addMonths(firstMonth, 11);
  const isWithin = (month: string): boolean => firstMonth <= month && month <= lastMonth;
  const parts = pays
    .filter(({ body }) => isWithin(body.input.period))
    .map((pay): PaidParts => {
      const totalCents = pay.body.totals.totalCostCents;
      const fixedCostCents = Math.min(totalCents, costAtFixedPart(pay));
      return { period: pay.body.input.period, fixedCostCents, advanceCostCents: totalCents - fixedCostCents };
    });
  const marginCents = months.reduce((sum, { month, marginCents: margin }) => sum + (isWithin(month) ? margin : 0), 0);
  const fixedCostCents = parts.reduce((sum, part) => sum + part.fixedCostCents, 0);
  const advanceCostCents = parts.reduce((sum, part) => sum + part.advanceCostCents, 0);
  const dueCents = marginCents - fixedCostCents;
  return {
    firstMonth,
    lastMonth,
    marginCents,
    fixedCostCents,
    advanceCostCents,
    dueCents,
    balanceCents: dueCents - advanceCostCents,
    parts,
    ...(meetingDate !== undefined && { meetingDate, latestDate: oneMonthAfter(meetingDate) }),
  };
}

/** The same day of the next month, or its last day when it has no such day. */
function oneMonthAfter(date: string): string {
  const month = addMonths(monthOf(date), 1);
  const [sameDay, last] = [`${month}-${date.slice(8)}`, lastDay(month)];
  return sameDay > last ? last : sameDay;
}
