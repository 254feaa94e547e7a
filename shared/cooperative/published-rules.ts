import type { Seller } from '../billing/check-issued.ts';
import { listPayrollVersions } from '../pay/payroll-versions.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import type { RecordOf } from '../records/registry.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { settingsInForce } from './settings-in-force.ts';

/** What of the cooperative's settings travels with the rules to where a book is written. */
export interface PublishedRules {
  /** All payroll parameters that may be computed with. */
  readonly versions: readonly PayrollParameters[];
  /** Last closed month `YYYY-MM`; nothing closed when absent. */
  readonly closedThrough?: string;
  /** Absent while the cooperative has no settings. */
  readonly seller?: Seller;
}

/** The rules of a cooperative that published nothing. */
export const BUILT_IN_RULES: PublishedRules = { versions: PAYROLL_PARAMETERS };

/** What the settings in force say. */
export function findCooperative(
  records: Iterable<RecordOf<'cooperativeSettings'>>,
): CooperativeSettingsBody | undefined {
  return settingsInForce(records)?.body;
}

/** What the cooperative publishes, from its records in `commons`. A month that was opened again is closed no more. */
export function publishRules(
  payrollVersions: Iterable<RecordOf<'payrollVersion'>>,
  settings: Iterable<RecordOf<'cooperativeSettings'>>,
): PublishedRules {
  const versions = listPayrollVersions(payrollVersions);
  const cooperative = findCooperative(settings);
  if (cooperative === undefined) return { versions };
  const { closedThrough, siren, iban, formerIbans = [] } = cooperative;
  const seller = { siren, ibans: [iban, ...formerIbans] };
  return closedThrough === undefined ? { versions, seller } : { versions, closedThrough, seller };
}
