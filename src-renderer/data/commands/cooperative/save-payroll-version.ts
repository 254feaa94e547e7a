import { COOPERATIVE } from '../../../../shared/access/database-names.ts';
import { estimateAfter, isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import { checkReplacement } from '../../../../shared/pay/check-replacement.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { PayrollVersionBody } from '../../../../shared/records/payroll-version.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { checkParameters } from '../../../../shared/salary/check-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import type { BookStore } from '../../book-store.ts';
import { addOne, changeOne } from '../../write-one.ts';

type Version = RecordOf<'payrollVersion'>;

/** A new draft: an estimate, by default that of the months after the last published ones. Errors: those of a write. */
export function draftPayrollVersion(store: BookStore, estimate?: PayrollParameters): Promise<Result<Version>> {
  const versions = listPayrollVersions(store.image('commons').list('payrollVersion'));
  const published = versions.filter(({ ruleVersion }) => !isEstimate(ruleVersion));
  const latest = published.reduce((last, version) => (version.until >= last.until ? version : last));
  const parameters = nameVersion(estimate ?? estimateAfter(latest), published);
  return addOne(store, 'payrollVersionSaved', {
    type: 'payrollVersion',
    activityId: COOPERATIVE,
    status: 'draft',
    body: { parameters: toBody(parameters), reason: '' },
  });
}

/** What confirms an estimate: the text, and its day. */
export interface Confirmation {
  readonly source: string;
  readonly date: string;
}

/**
 * Publishes an estimate as it is, for good. Errors: `salary.sourceMissing` without the text or its day, `salary.yearPublished`
 * (`version`), `salary.notTheEstimate`, those of a write.
 */
export async function confirmEstimate(
  store: BookStore,
  estimate: PayrollParameters,
  { source, date }: Confirmation,
): Promise<Result<Version>> {
  if (source.trim() === '' || !isPlainDate(date)) {
    return fail(appError('salary.sourceMissing', 'a text and its day confirm an estimate'));
  }
  const parameters = nameVersion(estimate, listPayrollVersions(store.image('commons').list('payrollVersion')));
  const confirms = { ruleVersion: estimate.ruleVersion, source: source.trim(), date };
  return addOne(store, 'payrollVersionPublished', {
    type: 'payrollVersion',
    activityId: COOPERATIVE,
    status: 'published',
    body: { parameters: toBody(parameters), reason: '', replaces: [], confirms },
  });
}

/** Saves a draft that was `seen`, named after its first month. Errors: those of a write. */
export function savePayrollDraft(
  store: BookStore,
  seen: Version,
  parameters: PayrollParameters,
  reason: string,
): Promise<Result<Version>> {
  const others = listPayrollVersions(store.image('commons').list('payrollVersion'));
  const body = { ...seen.body, parameters: toBody(nameVersion(parameters, others)), reason };
  return changeOne(store, 'payrollVersionSaved', seen, { body });
}

/**
 * Publishes a draft for good, in the place of every version known here that holds one of its months, whenever these were made.
 * Errors: `salary.invalidParameters` (`path`), `salary.versionUsed` (`version`, `month`), those of a write.
 */
export async function publishPayrollVersion(store: BookStore, seen: Version): Promise<Result<Version>> {
  const others = [...store.image('commons').list('payrollVersion')].filter(({ status }) => status === 'published');
  // The schema mirrors the parameters, with codes of contributions as plain texts.
  const parameters = nameVersion(seen.body.parameters as PayrollParameters, listPayrollVersions(others));
  const checked = checkParameters(parameters);
  if (!checked.ok) return checked;
  const { from, until } = parameters;
  const replaced = others.filter(({ body }) => body.parameters.from <= until && from <= body.parameters.until);
  const unused = checkReplacement(parameters, replaced, store.image('network').list('salaryStatement'));
  if (!unused.ok) return unused;
  const body = { ...seen.body, parameters: toBody(parameters), replaces: replaced.map(({ id }) => id) };
  return changeOne(store, 'payrollVersionPublished', seen, { status: 'published', body });
}

/** Names a version after its first month; `c1`, `c2`… tell those of the cooperative from each other, none twice. */
function nameVersion(parameters: PayrollParameters, others: readonly PayrollParameters[]): PayrollParameters {
  const names = new Set(others.map(({ ruleVersion }) => ruleVersion));
  let number =
    others.filter(({ from, ruleVersion }) => from === parameters.from && !isEstimate(ruleVersion)).length + 1;
  const nameOf = (): string => `salary-${parameters.from}.c${String(number)}`;
  while (names.has(nameOf())) number += 1;
  return { ...parameters, ruleVersion: nameOf() };
}

/** Parameters are plain data of the shape the schema asks for. */
function toBody(parameters: PayrollParameters): PayrollVersionBody['parameters'] {
  return structuredClone(parameters) as unknown as PayrollVersionBody['parameters'];
}
