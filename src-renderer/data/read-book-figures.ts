import type { PayContext } from '../../shared/pay/pay-input.ts';
import { listPayrollVersions } from '../../shared/pay/payroll-versions.ts';
import type { CooperativeSettings } from '../../shared/records/cooperative-settings.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { isUnderstood } from '../../shared/records/understood.ts';
import type { ActivityFigures } from './activity-figures.ts';
import { computeActivityFigures } from './activity-figures.ts';
import type { BookStore } from './book-store.ts';
import { todayOf } from './local-today.ts';
import { readCooperative } from './read-cooperative.ts';
import { readAll } from './storage-access.ts';

/** The member's book as stored now, with its figures: what a decision about money is made on, not what a window shows. */
export interface StoredBook {
  readonly date: string;
  readonly records: readonly AnyRecord[];
  readonly cooperative: CooperativeSettings;
  readonly figures: ActivityFigures;
  readonly payContext: PayContext;
}

/** Reads the whole book from the store. Errors: `record.forbidden` without a book, `book.incomplete`, those of the figures. */
export async function readBookFigures(store: BookStore): Promise<Result<StoredBook>> {
  const { collections, context } = store.parts;
  const { book } = collections;
  if (book === undefined) return fail(appError('record.forbidden', 'this account has no book'));
  const records = await readAll(book);
  const isIncomplete = !records.every(isUnderstood) || store.image('commons').notUnderstood.length > 0;
  if (isIncomplete) return fail(appError('book.incomplete', 'this book holds records of a newer version'));
  const cooperative = readCooperative(store)?.body;
  const date = todayOf(context);
  const figures = computeActivityFigures(records, cooperative, date);
  if (!figures.ok) return figures;
  if (cooperative === undefined) return fail(appError('salary.noContract', 'settings of the cooperative are missing'));
  const payContext = {
    statements: records.filter((record) => isOfType(record, 'salaryStatement')),
    months: figures.value.account.months,
    versions: listPayrollVersions(store.image('commons').list('payrollVersion')),
  };
  return ok({ date, records, cooperative, figures: figures.value, payContext });
}
