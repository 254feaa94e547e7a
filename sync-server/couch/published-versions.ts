import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import { listPayrollVersions } from '../../shared/activity/payroll-versions.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import type { Couch } from './connect.ts';
import { toRecordValue } from './stored-record.ts';

/** The payroll parameters to compute with: those that come with Sillon and those the cooperative published. */
export async function readPayrollVersions(couch: Couch): Promise<readonly PayrollParameters[]> {
  const documents = await couch.database(COMMONS_DATABASE).list('payrollVersion:');
  // Checked when they were written.
  return listPayrollVersions(documents.map((stored) => toRecordValue(stored) as unknown as RecordOf<'payrollVersion'>));
}
