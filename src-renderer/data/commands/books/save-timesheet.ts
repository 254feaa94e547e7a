import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { WeekChange } from '../../../../shared/timesheets/change-week.ts';
import { changeWeek } from '../../../../shared/timesheets/change-week.ts';
import { weekId } from '../../../../shared/timesheets/week-id.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import type { RecordCollection } from '../../storage-access.ts';
import { readRange } from '../../storage-access.ts';
import { saveNamed } from '../../write-one.ts';

const ATTEMPTS = 4;
const queues = new WeakMap<BookStore, Promise<unknown>>();

/**
 * Applies one change to the week that starts on `monday`. Changes wait for each other and each starts from the week as
 * stored, so that fast typing and a second window lose nothing. Errors: those of {@link changeWeek}, those of a write.
 */
export function saveTimesheet(
  store: BookStore,
  monday: string,
  change: WeekChange,
): Promise<Result<RecordOf<'timesheetWeek'>>> {
  const previous = queues.get(store) ?? Promise.resolve();
  const mine = previous.then(() => applyChange(store, monday, change));
  queues.set(
    store,
    mine.catch(() => undefined),
  );
  return mine;
}

async function applyChange(
  store: BookStore,
  monday: string,
  change: WeekChange,
): Promise<Result<RecordOf<'timesheetWeek'>>> {
  let done = await tryChange(store, monday, change);
  for (let attempt = 1; attempt < ATTEMPTS && isChangedElsewhere(done); attempt += 1) {
    done = await tryChange(store, monday, change);
  }
  return done;
}

async function tryChange(
  store: BookStore,
  monday: string,
  change: WeekChange,
): Promise<Result<RecordOf<'timesheetWeek'>>> {
  const { account, collections } = store.parts;
  if (account.activityId === null || collections.book === undefined) {
    return fail(appError('record.forbidden', 'this account has no activity'));
  }
  const found = await readWeek(collections.book, account.activityId, monday);
  const rows = changeWeek(found?.status === 'active' ? found.body.rows : [], change);
  if (!rows.ok) return rows;
  return saveNamed(store, 'timesheetSaved', found, {
    type: 'timesheetWeek',
    id: weekId(account.activityId, monday, hashBytes),
    date: monday,
    status: 'active',
    body: { ...found?.body, rows: rows.value },
  });
}

/** The week as stored, whoever gave it its id; one that counts before one that was taken back. */
async function readWeek(
  book: RecordCollection,
  activityId: string,
  monday: string,
): Promise<RecordOf<'timesheetWeek'> | undefined> {
  const weeks = (await readRange(book, 'timesheetWeek', monday, monday)).filter(
    (record) => isOfType(record, 'timesheetWeek') && record.activityId === activityId,
  ) as RecordOf<'timesheetWeek'>[]; // just filtered by type
  return weeks.find((week) => week.status === 'active') ?? weeks[0];
}

function isChangedElsewhere(done: Result<unknown>): boolean {
  return !done.ok && done.error.details?.['changedElsewhere'] === true;
}
