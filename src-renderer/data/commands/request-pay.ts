import { createStatement, payInputOf } from '../../../shared/activity/pay-request.ts';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { isOfType, RECORD_TYPES } from '../../../shared/records/registry.ts';
import { computeFromGross } from '../../../shared/salary/compute-from-gross.ts';
import { computeActivityFigures } from '../activity-figures.ts';
import type { BookStore } from '../book-store.ts';
import { hashBytes } from '../hash.ts';
import { localToday } from '../local-today.ts';
import { readRange } from '../storage-access.ts';
import { withLock } from '../with-lock.ts';

/** Statements that no longer stand for a pay. */
const GIVEN_UP = ['refused', 'cancelled'];

/**
 * Asks for a pay of a month: computes pay and account anew from the book as stored, refuses a second pay of the month (the
 * reduction and the ceilings count once a month) and a cost above what is available, and writes the salary statement.
 * Windows take turns. Errors: those of the figures and of the salary engine, `salary.alreadyAsked`,
 * `salary.aboveAvailable`, `store.unavailable`, those of a write.
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
  const { collections, context } = store.parts;
  const { book } = collections;
  if (book === undefined) return fail(appError('record.forbidden', 'this account has no book'));
  const types = Object.keys(RECORD_TYPES);
  const records = (await Promise.all(types.map((type) => readRange(book, type)))).flat();
  const isAsked = records.some(
    (record) =>
      isOfType(record, 'salaryStatement') && record.body.input.period === period && !GIVEN_UP.includes(record.status),
  );
  if (isAsked) return fail(appError('salary.alreadyAsked', `the pay of ${period} was asked already`));
  const cooperative = store.image('commons').list('cooperativeSettings').findLast(isActive);
  const date = localToday(new Date(context.clock()));
  const figures = computeActivityFigures(records, cooperative, date);
  if (!figures.ok) return figures;
  const { settings, account } = figures.value;
  if (cooperative === undefined) return fail(appError('salary.noContract', 'settings of the cooperative are missing'));
  const input = payInputOf(settings.body, cooperative.body, period);
  if (!input.ok) return input;
  const computed = computeFromGross(input.value, grossCents);
  if (!computed.ok) return computed;
  if (computed.value.totals.totalCostCents > account.availableCents) {
    return fail(appError('salary.aboveAvailable', 'the cost of this pay is above what the account can bear'));
  }
  const pay = { input: input.value, computation: computed.value, account };
  const statement = createStatement(context, { activityId: settings.activityId, date, pay }, hashBytes);
  const done = await store.write('payRequested', [{ before: undefined, after: statement }]);
  return done.ok ? ok(statement) : done;
}

function isActive(record: { readonly status: string }): boolean {
  return record.status === 'active';
}
