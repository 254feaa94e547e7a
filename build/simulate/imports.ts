import type { ImportRow } from '../../shared/banking/plan-import.ts';
import { planImport } from '../../shared/banking/plan-import.ts';
import type { AppError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { unwrap } from '../../shared/core/result.ts';
import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import { undoBankImport } from '../../src-renderer/data/commands/books/import-bank-lines-undo.ts';
import { importBankLines } from '../../src-renderer/data/commands/books/import-bank-lines.ts';
import type { BookStore } from '../../src-renderer/data/book-store.ts';
import type { SimulatedComputer } from './computer.ts';
import type { Place } from './place.ts';
import { begin, memberComputer, pickWindow } from './place.ts';

const ACCOUNT = '••••0185';
const TODAY = '2026-03-26';
const FORGIVEN: readonly AppError['code'][] = ['store.full', 'store.writeFailed', 'record.notFound'];

/** A bank file is imported, the last one is taken back, or taken back and done again. */
export function workOnImport(place: Place, where: SimulatedComputer): void {
  const { world, story } = place;
  const { actor, store } = pickWindow(place, memberComputer(place, where));
  if (store?.book.isComplete !== true) return;
  const last = store.book.list('bankImport').at(-1);
  const isThere = last?.status === 'imported';
  story.tell(actor.name, isThere ? 'the import is taken back' : 'a bank file is imported');
  const act = isThere ? () => takeBack(store, last.id, world.random) : () => importFile(store, world.random);
  begin(place, world.begin(actor, act));
}

async function importFile(store: BookStore, random: DemoRandom): Promise<void> {
  const chosen = planRows(store, random).map((row) => ({ row, becomes: row.suggestion }));
  const file = { fileName: 'releve.csv', fileSha256: '0'.repeat(64), format: 'csv' as const };
  const counts = { alreadyThereCount: 0, leftOutCount: 0 };
  forgive(await importBankLines(store, { file, account: ACCOUNT, chosen, ...counts, today: TODAY }));
}

async function takeBack(store: BookStore, id: string, random: DemoRandom): Promise<void> {
  forgive(await undoBankImport(store, id));
  const isLast = store.undoStack.last?.label === 'bankImportUndone';
  if (isLast && random.chance(50)) forgive(await store.undo());
}

/** Two lines that no statement had before. */
function planRows(store: BookStore, random: DemoRandom): readonly ImportRow[] {
  const lines = [1, 2].map((row) => {
    const label = `CB GRAINES ${String(random.integer(1, 1e9))}`;
    const amountCents = -100 * random.integer(1, 1000);
    return { transactionId: label, date: TODAY, amountCents, label, rawLabel: label, row };
  });
  const statement = { accountRef: ACCOUNT, currency: 'EUR', fromDate: TODAY, toDate: TODAY, lines };
  const entries = store.book.list('ledgerEntry');
  const book = { entries, payments: [], openInvoices: [], bookCurrency: 'EUR' };
  return unwrap(planImport({ statement, ...book, defaultVatRatePpm: 200_000, unlabelled: 'Sans libellé' }));
}

function forgive(done: Result<unknown>): void {
  if (!done.ok && !FORGIVEN.includes(done.error.code)) throw new Error(done.error.message);
}
