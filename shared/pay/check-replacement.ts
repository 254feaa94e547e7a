import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { RecordOf } from '../records/registry.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { isPayCounted, isWaitingPay } from './counted-pay.ts';

/**
 * Whether a version may take the place of published ones in its months: not in a month whose pays were decided under one of
 * them. (Pays decided under an estimate stay provisional; those that wait are asked again.)
 * Error: `salary.versionUsed` with the `version` and the latest such `month`.
 */
export function checkReplacement(
  { from, until }: Pick<PayrollParameters, 'from' | 'until'>,
  replaced: readonly RecordOf<'payrollVersion'>[],
  pays: Iterable<RecordOf<'salaryStatement'>>,
): Result<unknown> {
  const names = new Set(replaced.map(({ body }) => body.parameters.ruleVersion));
  let version = '';
  let month = '';
  for (const pay of pays) {
    const { input, computation } = pay.body;
    const isDecided = isPayCounted(pay) && !isWaitingPay(pay);
    if (!isDecided || !names.has(computation.ruleVersion)) continue;
    const { period } = input;
    if (from <= period && period <= until && period > month) [version, month] = [computation.ruleVersion, period];
  }
  if (month === '') return ok(undefined);
  return fail(appError('salary.versionUsed', `pays up to ${month} were decided under ${version}`, { version, month }));
}
