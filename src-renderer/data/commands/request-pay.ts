import type { ActivityAccount } from '../../../shared/activity/activity-account.ts';
import { createStatement } from '../../../shared/activity/pay-request.ts';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { computeFromGross } from '../../../shared/salary/compute-from-gross.ts';
import type { SalaryInput } from '../../../shared/salary/salary-input.ts';
import type { BookStore } from '../book-store.ts';
import { hashBytes } from '../hash.ts';
import { localToday } from '../local-today.ts';

/**
 * Asks for a pay: recomputes it from the gross, refuses what the account cannot bear, and writes the salary statement.
 * Errors: those of the salary engine, `salary.aboveAvailable` when the cost is above what is available, those of a write.
 */
export async function requestPay(
  store: BookStore,
  activityId: string,
  input: SalaryInput,
  grossCents: number,
  account: ActivityAccount,
): Promise<Result<RecordOf<'salaryStatement'>>> {
  const computed = computeFromGross(input, grossCents);
  if (!computed.ok) return computed;
  if (computed.value.totals.totalCostCents > account.availableCents) {
    return fail(appError('salary.aboveAvailable', 'the cost of this pay is above what the account can bear'));
  }
  const date = localToday();
  const statement = createStatement(
    store.parts.context,
    { activityId, date, pay: { input, computation: computed.value, account } },
    hashBytes,
  );
  const done = await store.write('payRequested', [{ before: undefined, after: statement }]);
  return done.ok ? ok(statement) : done;
}
