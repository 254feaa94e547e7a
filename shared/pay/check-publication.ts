import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { checkParameters } from '../salary/check-parameters.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';

/**
 * Whether a version of the payroll parameters may be published: it can be computed with, and no version that is `known`
 * (those of Sillon among them) has its name. What is a draft, or was published before, is not looked at.
 * Error: `salary.invalidParameters` (`path`).
 */
export function checkPublication(
  before: AnyRecord | undefined,
  after: RecordOf<'payrollVersion'>,
  known: readonly PayrollParameters[],
): Result<unknown> {
  if (after.status !== 'published' || before?.status === 'published') return ok(after);
  // The schema mirrors the parameters, with codes of contributions as plain texts.
  const parameters = after.body.parameters as PayrollParameters;
  if (!known.some(({ ruleVersion }) => ruleVersion === parameters.ruleVersion)) return checkParameters(parameters);
  const message = `${parameters.ruleVersion} is the name of another version`;
  return fail(appError('salary.invalidParameters', message, { path: 'ruleVersion' }));
}
