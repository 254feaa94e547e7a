import { createAbroadPay } from '../../../../shared/pay/abroad-request.ts';
import { computeAbroadPay, findCountryProfile } from '../../../../shared/pay/compute-abroad-pay.ts';
import { contractIn } from '../../../../shared/contract/contract-in.ts';
import { checkOpening } from '../../../../shared/pay/check-opening.ts';
import { isPayCounted } from '../../../../shared/pay/counted-pay.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { readBookFigures } from '../../read-book-figures.ts';
import { withLock } from '../../with-lock.ts';
import { writeOne } from '../../write-one.ts';

/**
 * Asks for a pay of a member abroad, in minor units of their own currency, computed anew from the book as stored. One pay a
 * month; windows take turns. Errors: those of the contract, the profile and the rule, `salary.notPayable`,
 * `salary.beforeOpening`, `salary.alreadyAsked`, `salary.aboveAvailable`, `store.unavailable`, those of a write.
 */
export function requestAbroadPay(
  store: BookStore,
  period: string,
  budgetMinor: number,
): Promise<Result<RecordOf<'abroadPay'>>> {
  return withLock(store, 'pay', () => requestUnderLock(store, period, budgetMinor));
}

async function requestUnderLock(
  store: BookStore,
  period: string,
  budgetMinor: number,
): Promise<Result<RecordOf<'abroadPay'>>> {
  const book = await readBookFigures(store);
  if (!book.ok) return book;
  const { records, date, cooperative, figures } = book.value;
  const { settings, account } = figures;
  const opened = checkOpening(settings.body, date);
  if (!opened.ok) return opened;
  const contract = contractIn(settings.body, period);
  if (!contract.ok) return contract;
  if (contract.value.kind !== 'abroad') return fail(appError('salary.notPayable', 'this contract is not abroad'));
  const isAsked = records.some(
    (record) => isOfType(record, 'abroadPay') && record.body.input.period === period && isPayCounted(record),
  );
  if (isAsked) return fail(appError('salary.alreadyAsked', `the pay of ${period} was asked already`));
  const profile = findCountryProfile(cooperative.countryProfiles ?? [], settings.body.country, period);
  if (!profile.ok) return profile;
  const pay = computeAbroadPay(profile.value, period, budgetMinor);
  if (!pay.ok) return pay;
  // An account in another currency cannot be compared with the budget: nothing is converted behind anybody's back.
  const isComparable = profile.value.currency === settings.body.currency;
  if (!isComparable || budgetMinor > account.availableCents) {
    return fail(appError('salary.aboveAvailable', 'this budget is above what the account can bear'));
  }
  const request = { activityId: settings.activityId, date, pay: pay.value, account };
  const record = createAbroadPay(store.parts.context, request, hashBytes);
  return writeOne(store, 'payRequested', undefined, record);
}
