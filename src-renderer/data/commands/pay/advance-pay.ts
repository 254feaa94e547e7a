import { verifyAbroadPay } from '../../../../shared/pay/abroad-pay-proof.ts';
import type { AnyPay } from '../../../../shared/pay/counted-pay.ts';
import { listPayrollVersions, versionsFor } from '../../../../shared/pay/payroll-versions.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail, ok } from '../../../../shared/core/result.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { sealOf } from '../../../../shared/records/seal.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { verifySalary } from '../../../../shared/salary/salary-computation-proof.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import type { RecordWrite } from '../../storage-access.ts';

/** What may be done with a pay: the member withdraws it, the support team takes the other steps. */
export type PayStep = 'checked' | 'validated' | 'paid' | 'refused' | 'cancelled';

/**
 * Takes pays one step further, with author, date and comment in the history of each: all in one write, except those that are
 * refused, by their ids. Before the support team goes on with a pay, every figure is computed again on this device.
 * Errors: `salary.otherRules` for a pay asked under parameters that others have replaced, `salary.mismatch` (`path`), `pay.commentMissing` for a refusal without a reason, `record.transition`, those of a write.
 */
export async function advancePays(
  store: BookStore,
  pays: readonly AnyPay[],
  step: PayStep,
  comment = '',
): Promise<ReadonlyMap<string, AppError>> {
  const reason = comment.trim();
  const refused = new Map<string, AppError>();
  const writes: RecordWrite[] = [];
  const versions = listPayrollVersions(store.image('commons').list('payrollVersion'));
  for (const pay of pays) {
    const sound = checkStep(pay, step, reason, versions);
    if (sound.ok) writes.push({ before: pay, after: withStep(store, pay, step, reason) });
    else refused.set(pay.id, sound.error);
  }
  const unwritten = await store.writeEach(step === 'cancelled' ? 'payWithdrawn' : 'payAdvanced', writes);
  return new Map([...refused, ...unwritten]);
}

/** {@link advancePays} for one pay, with its error. */
export async function advancePay(store: BookStore, pay: AnyPay, step: PayStep, comment = ''): Promise<Result<void>> {
  const error = (await advancePays(store, [pay], step, comment)).get(pay.id);
  return error === undefined ? ok(undefined) : fail(error);
}

type Versions = readonly PayrollParameters[];

/** Whether a pay follows from its own input by the rules this device knows, and a refusal has its reason. */
function checkStep(pay: AnyPay, step: PayStep, reason: string, versions: Versions): Result<AnyPay> {
  if (step === 'refused' && reason === '') return fail(appError('pay.commentMissing', 'a refusal needs a reason'));
  if (step === 'refused' || step === 'cancelled') return ok(pay);
  const differing = listDifferingPaths(pay, versions);
  if (differing.includes('computation.ruleVersion'))
    return fail(appError('salary.otherRules', 'asked under other rules'));
  const [wrong] = differing;
  return wrong === undefined ? ok(pay) : fail(appError('salary.mismatch', `${wrong} differs`, { path: wrong }));
}

function withStep(store: BookStore, pay: AnyPay, step: PayStep, reason: string): AnyPay {
  const { context } = store.parts;
  const entry = {
    status: step,
    at: context.clock(),
    by: context.author.user,
    ...(reason !== '' && { comment: reason }),
  };
  const history = [...pay.body.history, entry];
  return isOfType(pay, 'salaryStatement')
    ? reviseRecord(context, pay, { status: step, body: { ...pay.body, history } })
    : reviseRecord(context, pay, { status: step, body: { ...pay.body, history } });
}

function listDifferingPaths(pay: AnyPay, versions: Versions): string[] {
  const seal = sealOf(pay, hashBytes) === pay.body.seal ? [] : ['seal'];
  if (isOfType(pay, 'abroadPay')) return [...verifyAbroadPay(pay.body, hashBytes).map(({ path }) => path), ...seal];
  const { input, lines, totals, computation } = pay.body;
  const claimed = { grossCents: input.grossCents, lines, totals, computation };
  return [...verifySalary(input, claimed, hashBytes, versionsFor(pay, versions)).map(({ path }) => path), ...seal];
}
