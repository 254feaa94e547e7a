import type { RecordOf } from '../records/registry.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';

/**
 * Every version of the payroll parameters that may be computed with: those that come with Sillon, then those the cooperative
 * published, oldest first, so that a later one wins where both hold a month.
 */
export function listPayrollVersions(records: Iterable<RecordOf<'payrollVersion'>>): readonly PayrollParameters[] {
  const published = [...records].filter((record) => record.status === 'published');
  if (published.length === 0) return PAYROLL_PARAMETERS;
  published.sort((a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1));
  // The schema of `payrollVersion` mirrors the parameters, with codes of contributions as plain texts.
  return [...PAYROLL_PARAMETERS, ...published.map(({ body }) => body.parameters as PayrollParameters)];
}
