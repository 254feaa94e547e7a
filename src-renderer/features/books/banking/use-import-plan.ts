import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenInvoice } from '../../../../shared/banking/match-invoices.ts';
import type { ImportRow } from '../../../../shared/banking/plan-import.ts';
import { planImport } from '../../../../shared/banking/plan-import.ts';
import type { BankStatement } from '../../../../shared/banking/statement.ts';
import { listReceivables } from '../../../../shared/billing/receivables.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { BookSettings } from '../../../data/book-settings.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { useCooperative } from '../../../session/use-cooperative.ts';

export interface ImportPlan {
  readonly settings: BookSettings;
  /** `undefined` until the whole book is read: before that, nothing can be said to be new. */
  readonly rows: Result<readonly ImportRow[]> | undefined;
  readonly indexes: Readonly<Record<ImportRow['verdict'], readonly number[]>>;
  readonly openInvoices: readonly OpenInvoice[];
  readonly nameMatch: (row: ImportRow) => string;
}

/** What a statement would bring into the book as it stands now; planned again when the book changes. */
export function useImportPlan(statement: BankStatement, rateText: string): ImportPlan {
  const { store } = useSession();
  const { book } = store;
  const format = useFormat();
  const { t } = useTranslation('bankImport');
  const unlabelled = t('unlabelled');
  const settings = useFromImage(book, () => readBookSettings(book), [book]);
  const openInvoices = useFromImage(
    book,
    () =>
      listReceivables([...book.list('invoice'), ...book.list('payment')], localToday()).filter(
        ({ dueCents }) => dueCents > 0,
      ),
    [book],
  );
  const exchangeRate = rateText.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const { closedThrough } = useCooperative()?.body ?? {};
  const rows = useFromImage(
    book,
    () =>
      book.isComplete
        ? planImport({
            statement,
            entries: book.list('ledgerEntry'),
            payments: book.list('payment'),
            openInvoices,
            bookCurrency: settings.currency,
            defaultVatRatePpm: settings.defaultVatRatePpm,
            closedThrough,
            exchangeRate,
            unlabelled,
          })
        : undefined,
    [
      book,
      statement,
      openInvoices,
      settings.currency,
      settings.defaultVatRatePpm,
      closedThrough,
      exchangeRate,
      unlabelled,
    ],
  );
  const indexes = useMemo(() => {
    const groups: Record<ImportRow['verdict'], number[]> = { new: [], doubtful: [], closed: [], alreadyThere: [] };
    if (rows?.ok === true) rows.value.forEach((row, index) => groups[row.verdict].push(index));
    return groups;
  }, [rows]);

  function nameMatch(row: ImportRow): string {
    const record = book.get(row.matches[0] ?? '');
    if (record === undefined) return '';
    if (isOfType(record, 'invoice')) return record.body.number;
    const label = isOfType(record, 'ledgerEntry') ? record.body.label : '';
    return [format.date(record.date), label].filter((part) => part !== '').join(' ');
  }

  return { settings, rows, indexes, openInvoices, nameMatch };
}
