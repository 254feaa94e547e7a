import type { RecordOf } from '../records/registry.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { isWaitingPay } from './counted-pay.ts';
import { isConfirmedBy, withEstimates } from './estimated-parameters.ts';

/** The versions that come with Sillon, and the estimates that follow from them. */
export const BUILT_IN_VERSIONS = withEstimates(PAYROLL_PARAMETERS);

type Version = RecordOf<'payrollVersion'>;

/**
 * Every version of the payroll parameters that may be computed with: estimates of months that nobody published, then those that
 * come with Sillon, then those the cooperative published, each after all that it replaces, so that the last one wins where several hold a month. Clocks of devices decide
 * only between versions that know nothing of each other (published by two coordinators without a line, or by Sillon 0.1).
 */
export function listPayrollVersions(records: Iterable<Version>): readonly PayrollParameters[] {
  const published = new Map<string, Version>();
  for (const record of records) if (record.status === 'published') published.set(record.id, record);
  if (published.size === 0) return BUILT_IN_VERSIONS;
  // Who replaces a version replaces all that it replaced and is not among them: it stands on more versions.
  const ordered = [...published.values()]
    .map((record) => ({ record, standsOn: countReplaced(record, published) }))
    .sort((a, b) => a.standsOn - b.standsOn || compareMaking(a.record, b.record));
  // The schema of `payrollVersion` mirrors the parameters, with codes of contributions as plain texts.
  const own = ordered.map(({ record }) => record.body.parameters as PayrollParameters);
  return withEstimates([...PAYROLL_PARAMETERS, ...own]);
}

/** How many published versions a version replaces, directly or through others, itself counted. */
function countReplaced(record: Version, published: ReadonlyMap<string, Version>): number {
  const found = new Set([record]);
  // A set that grows while it is walked shows what was added.
  for (const { body } of found) {
    for (const id of body.replaces ?? []) {
      const replaced = published.get(id);
      if (replaced !== undefined) found.add(replaced);
    }
  }
  return found.size;
}

function compareMaking(a: Version, b: Version): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * The versions by which a pay is computed again: a waiting one by what is in force now, a decided one by the version it was
 * decided under, whatever was published for its month since. One that waits under an estimate keeps it where it was confirmed
 * as it was: only the name is another.
 */
export function versionsFor(
  pay: RecordOf<'salaryStatement'>,
  versions: readonly PayrollParameters[],
): readonly PayrollParameters[] {
  const { input, computation } = pay.body;
  const held = versions.filter(({ from, until }) => from <= input.period && input.period <= until);
  const carried = held.findLast(({ ruleVersion }) => ruleVersion === computation.ruleVersion);
  const inForce = held.at(-1);
  if (carried === undefined || inForce === undefined) return versions;
  if (carried === inForce || !isWaitingPay(pay)) return [carried];
  return isConfirmedBy(carried, inForce) ? [carried] : versions;
}
