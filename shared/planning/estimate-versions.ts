import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { addMonths } from '../time/month.ts';

/** How far an estimate reaches. */
const LAST_MONTH = '2199-12';

/**
 * Versions that also hold the months after the last published one, for plans only: the last known parameters under a name
 * that says so (`salary-2026-06.1 (estimation)`). From a January on the reduction counts with the minimum wage in force, which is
 * what the law takes on 1 January. No pay can be asked under them: a device, the server and the books know only published versions.
 */
export function estimateVersions(versions: readonly PayrollParameters[]): readonly PayrollParameters[] {
  const last = versions.reduce<PayrollParameters | undefined>(
    (found, version) => (found === undefined || version.until >= found.until ? version : found),
    undefined,
  );
  if (last === undefined) return versions;
  const from = addMonths(last.until, 1);
  const estimate: PayrollParameters = {
    ...last,
    from,
    until: LAST_MONTH,
    ruleVersion: `${last.ruleVersion} (estimation)`,
    ...(from.endsWith('-01') && { reductionMinimumWageHourlyCents: last.minimumWageHourlyCents }),
  };
  return [...versions, estimate];
}
