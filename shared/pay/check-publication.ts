import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { checkParameters } from '../salary/check-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { isConfirmedBy, isEstimate } from './estimated-parameters.ts';

/**
 * Whether a version of the payroll parameters may be published: it can be computed with, and no version that is `known`
 * (those of Sillon among them) has its name; and one that confirms an estimate is that estimate, of months nobody published yet.
 * What is a draft, or was published before, is not looked at.
 * Errors: `salary.invalidParameters` (`path`), `salary.yearPublished` (`version`), `salary.notTheEstimate`.
 */
export function checkPublication(
  before: AnyRecord | undefined,
  after: RecordOf<'payrollVersion'>,
  known: readonly PayrollParameters[],
): Result<unknown> {
  if (after.status !== 'published' || before?.status === 'published') return ok(after);
  // The schema mirrors the parameters, with codes of contributions as plain texts.
  const parameters = after.body.parameters as PayrollParameters;
  if (known.some(({ ruleVersion }) => ruleVersion === parameters.ruleVersion)) {
    const { ruleVersion } = parameters;
    return fail(
      appError('salary.invalidParameters', `${ruleVersion} is the name of another version`, { path: 'ruleVersion' }),
    );
  }
  const { confirms } = after.body;
  const confirmed = confirms === undefined ? ok(after) : checkConfirmation(confirms.ruleVersion, parameters, known);
  return confirmed.ok ? checkParameters(parameters) : confirmed;
}

function checkConfirmation(
  name: string,
  parameters: PayrollParameters,
  known: readonly PayrollParameters[],
): Result<unknown> {
  const { from, until } = parameters;
  const meeting = known.filter((version) => version.from <= until && from <= version.until);
  const published = meeting.findLast(({ ruleVersion }) => !isEstimate(ruleVersion));
  if (published !== undefined) {
    const version = published.ruleVersion;
    return fail(appError('salary.yearPublished', `${version} holds months of the estimate`, { version }));
  }
  const estimate = meeting.at(-1);
  if (estimate?.ruleVersion === name && isConfirmedBy(estimate, parameters)) return ok(parameters);
  return fail(appError('salary.notTheEstimate', `this is not ${name} as it is in force`));
}
