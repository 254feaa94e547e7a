import { payBasisOf } from '../../../../shared/pay/pay-input.ts';
import { createStatement } from '../../../../shared/pay/pay-request.ts';
import { settleYear } from '../../../../shared/pay/year-settlement.ts';
import { checkOpening } from '../../../../shared/pay/check-opening.ts';
import { isPayCounted } from '../../../../shared/pay/counted-pay.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { computeFromGross } from '../../../../shared/salary/compute-from-gross.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { readBookFigures } from '../../read-book-figures.ts';
import { withLock } from '../../with-lock.ts';
import { writeOne } from '../../write-one.ts';

/**
 * Asks for a pay of a month: computes pay and account anew from the book as stored, refuses a second pay of the month (the
 * reduction and the ceilings count once a month) and a cost above what is available, and writes the salary statement.
 * Windows take turns. Errors: those of the figures and of the salary engine, `salary.beforeOpening`, `salary.alreadyAsked`,
 * `salary.nothingToPay`, `salary.aboveAvailable`, `store.unavailable`, those of a write.
 */
export function requestPay(
  store: BookStore,
  period: string,
  grossCents: number,
): Promise<Result<RecordOf<'salaryStatement'>>> {
  return withLock(store, 'pay', () => requestUnderLock(store, period, grossCents));
}

async function requestUnderLock(
  store: BookStore,
  period: string,
  grossCents: number,
): Promise<Result<RecordOf<'salaryStatement'>>> {
  const book = await readBookFigures(store);
  if (!book.ok) return book;
  const { date, cooperative, figures, payContext } = book.value;
  const { settings, account } = figures;
  const opened = checkOpening(settings.body, date);
  if (!opened.ok) return opened;
  const isAsked = payContext.statements.some((pay) => pay.body.input.period === period && isPayCounted(pay));
  if (isAsked) return fail(appError('salary.alreadyAsked', `the pay of ${period} was asked already`));
  const basis = payBasisOf(settings.body, cooperative, period, payContext);
  if (!basis.ok) return basis;
  const { input } = basis.value;
  const computed = computeFromGross(input, grossCents, payContext.versions);
  if (!computed.ok) return computed;
  const settlement = settleYear(basis.value, computed.value, payContext.versions);
  if (!settlement.ok) return settlement;
  const { netBeforeTaxCents, totalCostCents } = computed.value.totals;
  if (netBeforeTaxCents <= 0) return fail(appError('salary.nothingToPay', 'the net of this pay is not above zero'));
  if (totalCostCents > account.availableCents) {
    return fail(appError('salary.aboveAvailable', 'the cost of this pay is above what the account can bear'));
  }
  const pay = { input, computation: computed.value, account, settlement: settlement.value };
  const statement = createStatement(store.parts.context, { activityId: settings.activityId, date, pay }, hashBytes);
  return writeOne(store, 'payRequested', undefined, statement);
}
