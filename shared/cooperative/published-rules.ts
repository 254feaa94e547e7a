import type { Seller } from '../billing/check-issued.ts';
import { BUILT_IN_VERSIONS, listPayrollVersions } from '../pay/payroll-versions.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import type { ListRecords } from './settings-in-force.ts';
import { formerSettings, subjectInForce } from './settings-in-force.ts';

/** What of the cooperative's settings travels with the rules to where a book is written. */
export interface PublishedRules {
  /** All payroll parameters that may be computed with, estimates among them. */
  readonly versions: readonly PayrollParameters[];
  /** Last closed month `YYYY-MM`; nothing closed when absent. */
  readonly closedThrough?: string;
  /** Absent while the cooperative says nowhere who it is. */
  readonly seller?: Seller;
  /**
   * The settings of before subjects had records of their own, where there are some: what a subject's first record takes the
   * place of. Only the commons need them.
   */
  readonly former?: CooperativeSettings;
}

/** The rules of a cooperative that published nothing. */
export const BUILT_IN_RULES: PublishedRules = { versions: BUILT_IN_VERSIONS };

/**
 * What the cooperative publishes, from its records in `commons`: each part from its own subject, so that months stay closed
 * whatever becomes of the others. A month that was opened again is closed no more.
 */
export function publishRules(list: ListRecords): PublishedRules {
  const versions = listPayrollVersions(list('payrollVersion'));
  const former = formerSettings(list('cooperativeSettings'));
  const closedThrough = subjectInForce(list, 'closing')?.closedThrough;
  const { siren, iban, formerIbans = [] } = subjectInForce(list, 'cooperativeIdentity') ?? {};
  return {
    versions,
    ...(closedThrough !== undefined && { closedThrough }),
    ...(siren !== undefined && iban !== undefined && { seller: { siren, ibans: [iban, ...formerIbans] } }),
    ...(former && { former }),
  };
}
