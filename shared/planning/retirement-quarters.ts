import { findPayrollParameters } from '../salary/find-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { quarterFloorCents, quartersOfYear } from '../salary/quarter-floor.ts';
import type { PayAmounts } from './pay-amounts.ts';

/** The retirement quarters a calendar year validates, and what the next one still needs. */
export interface YearQuarters {
  readonly year: string;
  readonly grossCents: number;
  readonly quarters: number;
  /** Gross still missing for one more quarter; absent with four. */
  readonly missingCents?: number;
}

/** Quarters of each calendar year with a pay; a year whose January has no parameters is left out. Source: CSS art. R351-9. */
export function listYearQuarters(
  pays: readonly PayAmounts[],
  versions: readonly PayrollParameters[],
): readonly YearQuarters[] {
  const grossByYear = new Map<string, number>();
  for (const { month, gross } of pays) {
    const year = month.slice(0, 4);
    grossByYear.set(year, (grossByYear.get(year) ?? 0) + gross);
  }
  return [...grossByYear].flatMap(([year, grossCents]) => {
    const january = findPayrollParameters(`${year}-01`, versions);
    if (!january.ok) return [];
    const quarters = quartersOfYear(grossCents, january.value);
    const missingCents = (quarters + 1) * quarterFloorCents(january.value) - grossCents;
    return [{ year, grossCents, quarters, ...(quarters < 4 && { missingCents }) }];
  });
}
