import { afterEach, beforeEach, expect, it } from 'vitest';
import { listReceivables } from '../../../../shared/billing/receivables.ts';
import type { ImportRow } from '../../../../shared/banking/plan-import.ts';
import { planImport } from '../../../../shared/banking/plan-import.ts';
import { readBankFile } from '../../../../shared/banking/read-bank-file.ts';
import type { BankStatement } from '../../../../shared/banking/statement.ts';
import { unwrap } from '../../../../shared/core/result.ts';
import { encodeUtf8 } from '../../../../shared/core/utf8.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { bringIn, openFreshStore, until } from '../../testing/fresh-store.ts';
import { reversePayment } from '../billing/record-payment.ts';
import { traceImport, undoBankImport } from './import-bank-lines-undo.ts';
import { importBankLines } from './import-bank-lines.ts';
import { changeEntry } from './save-entry.ts';

const CSV = [
  'Date;Libellé;Débit;Crédit',
  '02/03/2026;CB GRAINES DU LIN;120,00;',
  '03/03/2026;VIR MAIRIE F-AB1-2026-0001;;240,00',
  '04/03/2026;COTISATION CARTE VISA;3,50;',
].join('\n');
let store: BookStore;

beforeEach(async () => {
  store = await openFreshStore();
  const totals = {
    byRate: [{ vatRatePpm: 200_000, netCents: 20_000, vatCents: 4_000 }],
    netCents: 20_000,
    vatCents: 4_000,
    grossCents: 24_000,
  };
  const invoice = createRecord(store.parts.context, {
    type: 'invoice',
    activityId: 'A1',
    date: '2026-02-01',
    status: 'issued',
    body: {
      number: 'F-AB1-2026-0001',
      series: 'F-AB1-2026',
      sequence: 1,
      customerId: 'customer:1',
      dueDate: '2026-03-01',
      currency: 'EUR',
      subject: '',
      lines: [],
      totals,
    },
  });
  await bringIn(store, [invoice]);
});
afterEach(() => store.close());

function readStatement(): BankStatement {
  const file = unwrap(
    readBankFile('releve.csv', encodeUtf8(CSV), { hash: hashBytes, account: 'FR7630001007941234567890185' }),
  );
  const [statement] = file.statements;
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

function plan(): readonly ImportRow[] {
  const openInvoices = listReceivables(store.book.all(), '2026-03-31').filter(({ dueCents }) => dueCents > 0);
  return unwrap(
    planImport({
      statement: readStatement(),
      entries: store.book.list('ledgerEntry'),
      payments: store.book.list('payment'),
      openInvoices,
      bookCurrency: 'EUR',
      defaultVatRatePpm: 200_000,
      unlabelled: 'Sans libellé',
    }),
  );
}

async function importAll() {
  const rows = plan();
  const done = unwrap(
    await importBankLines(store, {
      file: { fileName: 'releve.csv', fileSha256: hashBytes(encodeUtf8(CSV)), format: 'csv' },
      account: readStatement().accountRef,
      chosen: rows.map((row) => ({ row, becomes: row.suggestion })),
      alreadyThereCount: 0,
      leftOutCount: 0,
      today: '2026-03-31',
    }),
  );
  await until(() => store.book.list('ledgerEntry').length >= 2 && store.book.list('payment').length >= 1);
  return done;
}

it('writes entries and payments of one file; the same file again is already there', async () => {
  const bankImport = await importAll();
  expect(store.book.get(bankImport.id)).toMatchObject({ status: 'imported', body: { importedCount: 3 } });
  expect(store.book.list('ledgerEntry').map(({ date, body }) => [date, body.amountCents, body.category])).toEqual([
    ['2026-03-02', -12_000, 'purchase'],
    ['2026-03-04', -350, 'bankFee'],
  ]);
  expect(store.book.list('payment').map(({ date, body }) => [date, body.amountCents, body.bank?.importId])).toEqual([
    ['2026-03-03', 24_000, bankImport.id],
  ]);
  expect(listReceivables(store.book.all(), '2026-03-31')[0]?.dueCents).toBe(0);
  expect(plan().map((row) => row.verdict)).toEqual(['alreadyThere', 'alreadyThere', 'alreadyThere']);
});

it('takes the whole import back, after which the file is new again', async () => {
  const bankImport = await importAll();
  const [entry] = store.book.list('ledgerEntry');
  if (entry === undefined) throw new Error('no entry');
  const { date } = entry;
  unwrap(
    await changeEntry(store, entry, {
      date,
      label: 'Graines de lin',
      category: 'purchase',
      amountCents: -12_000,
      vatRatePpm: 0,
    }),
  );
  await until(() => traceImport(store.book, bankImport.id).changedCount === 1);

  const trace = unwrap(await undoBankImport(store, bankImport.id));
  expect([trace.entries.length, trace.payments.length]).toEqual([2, 1]);
  await until(() => store.book.get(bankImport.id)?.status === 'undone' && store.book.list('payment').length === 2);
  expect(store.book.list('ledgerEntry').map((each) => each.status)).toEqual(['voided', 'voided']);
  expect(
    store.book
      .list('payment')
      .map((each) => [each.date, each.body.amountCents])
      .sort(),
  ).toEqual([
    ['2026-03-03', -24_000],
    ['2026-03-03', 24_000],
  ]);
  expect(listReceivables(store.book.all(), '2026-03-31')[0]?.dueCents).toBe(24_000);
  expect(plan().every((row) => row.verdict !== 'alreadyThere')).toBe(true);
  expect(await undoBankImport(store, bankImport.id)).toMatchObject({ error: { code: 'record.notFound' } });
});

it('taken back here and, payment by payment, on another device gives the money back once', async () => {
  await importAll();
  const [payment] = store.book.list('payment');
  if (payment === undefined) throw new Error('one line pays the invoice');
  const other = await openFreshStore();
  await bringIn(other, [...store.book.all()]);
  const reversal = unwrap(await reversePayment(other, payment.id));
  await other.close();
  unwrap(await undoBankImport(store, payment.body.bank?.importId ?? ''));
  await until(() => store.book.list('payment').length === 2);
  expect(store.book.list('payment').map(({ id }) => id)).toContain(reversal.id);
});

it('writes nothing at all when one line cannot be written', async () => {
  const rows = plan();
  const done = await importBankLines(store, {
    file: { fileName: 'releve.csv', fileSha256: 'not a hash', format: 'csv' },
    account: '',
    chosen: rows.map((row) => ({ row, becomes: row.suggestion })),
    alreadyThereCount: 0,
    leftOutCount: 0,
    today: '2026-03-31',
  });
  expect(done).toMatchObject({ error: { code: 'record.invalid' } });
  expect([store.book.list('ledgerEntry').length, store.book.list('bankImport').length]).toEqual([0, 0]);
});
