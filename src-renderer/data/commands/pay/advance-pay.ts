import { verifyAbroadPay } from '../../../../shared/pay/abroad-pay-proof.ts';
import type { AnyPay } from '../../../../shared/pay/counted-pay.ts';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { sealOf } from '../../../../shared/records/seal.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import { verifySalary } from '../../../../shared/salary/salary-computation-proof.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';

/** What may be done with a pay: the member withdraws it, the support team takes the other steps. */
export type PayStep = 'checked' | 'validated' | 'paid' | 'refused' | 'cancelled';

/**
 * Takes a pay one step further, with author, date and comment in its history. Before the support team goes on with a pay, every
 * figure is computed again on this device. Errors: `salary.mismatch` (`path`), `pay.commentMissing` for a refusal without
 * a reason, `record.transition`, those of a write.
 */
export async function advancePay(store: BookStore, pay: AnyPay, step: PayStep, comment = ''): Promise<Result<void>> {
  const reason = comment.trim();
  if (step === 'refused' && reason === '') return fail(appError('pay.commentMissing', 'a refusal needs a reason'));
  const sound = step === 'refused' || step === 'cancelled' ? ok(pay) : recompute(store, pay);
  if (!sound.ok) return sound;
  const { context } = store.parts;
  const entry = {
    status: step,
    at: context.clock(),
    by: context.author.user,
    ...(reason !== '' && { comment: reason }),
  };
  const history = [...pay.body.history, entry];
  const after = isOfType(pay, 'salaryStatement')
    ? reviseRecord(context, pay, { status: step, body: { ...pay.body, history } })
    : reviseRecord(context, pay, { status: step, body: { ...pay.body, history } });
  return store.write(step === 'cancelled' ? 'payWithdrawn' : 'payAdvanced', [{ before: pay, after }]);
}

/** Whether a pay follows from its own input by the rules this device knows. Error: `salary.mismatch`. */
export function recompute(store: BookStore, pay: AnyPay): Result<AnyPay> {
  const [wrong] = listDifferingPaths(store, pay);
  return wrong === undefined ? ok(pay) : fail(appError('salary.mismatch', `${wrong} differs`, { path: wrong }));
}

function listDifferingPaths(store: BookStore, pay: AnyPay): string[] {
  const seal = sealOf(pay, hashBytes) === pay.body.seal ? [] : ['seal'];
  if (isOfType(pay, 'abroadPay')) return [...verifyAbroadPay(pay.body, hashBytes).map(({ path }) => path), ...seal];
  const { input, lines, totals, computation } = pay.body;
  const claimed = { grossCents: input.grossCents, lines, totals, computation };
  const versions = listPayrollVersions(store.image('commons').list('payrollVersion'));
  return [...verifySalary(input, claimed, hashBytes, versions).map(({ path }) => path), ...seal];
}
