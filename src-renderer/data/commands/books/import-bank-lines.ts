import { buildEntryBody, buildPaymentBody } from '../../../../shared/banking/import-bodies.ts';
import type { ImportRow, ImportSuggestion } from '../../../../shared/banking/plan-import.ts';
import { cutText } from '../../../../shared/core/cut-text.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import { readBookSettings } from '../../book-settings.ts';
import type { BookStore } from '../../book-store.ts';
import type { RecordWrite } from '../../storage-access.ts';

/** One line a person decided to take, and what it becomes. */
export interface ChosenLine {
  readonly row: ImportRow;
  readonly becomes: ImportSuggestion;
}

/** The lines to take from one statement of one file. */
export interface BankImportInput {
  readonly file: Pick<RecordOf<'bankImport'>['body'], 'fileName' | 'fileSha256' | 'format'>;
  /** `accountRef` of the statement. */
  readonly account: string;
  readonly chosen: readonly ChosenLine[];
  readonly alreadyThereCount: number;
  readonly leftOutCount: number;
  readonly today: string;
}

/**
 * Writes the import and all its entries and payments in one transaction: all or nothing. Errors: those of the write.
 */
export async function importBankLines(
  store: BookStore,
  input: BankImportInput,
): Promise<Result<RecordOf<'bankImport'>>> {
  const { context, account } = store.parts;
  const activityId = account.activityId ?? '';
  const bankImport = createRecord(context, {
    type: 'bankImport',
    activityId,
    date: input.today,
    status: 'imported',
    body: {
      ...input.file,
      fileName: cutText(input.file.fileName, 200),
      account: input.account,
      importedCount: input.chosen.length,
      alreadyThereCount: input.alreadyThereCount,
      leftOutCount: input.leftOutCount,
    },
  });
  const origin = {
    importId: bankImport.id,
    account: input.account,
    bookCurrency: readBookSettings(store.book).currency,
  };
  const writes: RecordWrite[] = [{ before: undefined, after: bankImport }];
  for (const { row, becomes } of input.chosen) {
    const common = { activityId, date: row.line.date };
    const after =
      becomes.kind === 'payment'
        ? createRecord(context, {
            ...common,
            type: 'payment',
            status: 'recorded',
            body: buildPaymentBody(row, becomes.invoiceId, origin),
          })
        : createRecord(context, {
            ...common,
            type: 'ledgerEntry',
            status: 'active',
            body: buildEntryBody(row, becomes, origin),
          });
    writes.push({ before: undefined, after });
  }
  const done = await store.write('bankImported', writes);
  return done.ok ? ok(bankImport) : done;
}
