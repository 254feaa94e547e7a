import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { listExpenseMonths } from '../../../../shared/ledger/expense-months.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { monthOf } from '../../../../shared/time/month.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { saveExpense, voidExpense } from '../../../data/commands/books/save-expense.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { draftOf, startDraft } from './expense-draft.ts';
import { ExpenseForm } from './expense-form.tsx';
import { ExpenseMonthTable } from './expense-month-table.tsx';

const MONTHS_AT_ONCE = 6;

/** Expenses by month, with their receipts. */
export function ExpensesPage(): JSX.Element {
  const { t } = useTranslation('expenses');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const { book } = store;
  const undoNotice = useUndoNotice();
  const settings = useFromImage(book, () => readBookSettings(book), [book]);
  const { currency } = settings;
  const months = useFromImage(book, () => listExpenseMonths(book.list('expense'), currency), [book, currency]);
  const { recordId } = useParams<{ recordId?: string }>();
  const [editing, setEditing] = useState(() => readExpense(recordId));
  // The month of an expense that an address names is shown from the start.
  const [shownCount, setShownCount] = useState(() => {
    const named = editing === undefined ? -1 : months.findIndex(({ month }) => month === monthOf(editing.date));
    return Math.max(MONTHS_AT_ONCE, named + 1);
  });
  const [said, setSaid] = useState('');
  const { isWritable } = store.parts;

  /** The expense an address names, when it can be changed. */
  function readExpense(id = ''): RecordOf<'expense'> | undefined {
    const record = book.get(id);
    const isOpen = store.parts.isWritable && record?.status === 'active' && isOfType(record, 'expense');
    return isOpen ? record : undefined;
  }

  function endEditing(): void {
    const id = editing?.id ?? '';
    setEditing(undefined);
    requestAnimationFrame(() => document.getElementById(`edit-${id}`)?.focus());
  }

  async function takeOut(expense: RecordOf<'expense'>): Promise<void> {
    const done = await voidExpense(store, expense.id);
    if (done.ok) undoNotice(t('removed', { label: expense.body.label }));
    else notifications.show({ color: 'red', message: format.error(done.error) });
  }

  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Stack gap="sm">
        {isWritable && (
          <Paper withBorder p="sm">
            <ExpenseForm
              name={t('addTitle')}
              initial={startDraft(localToday(), settings.defaultVatRatePpm)}
              settings={settings}
              submitLabel={tCommon('add')}
              isPile
              onSave={async (input) => {
                const done = await saveExpense(store, undefined, input);
                if (done.ok) {
                  setSaid(t('saved', { label: input.label.trim(), amount: format.money(input.amountCents, currency) }));
                }
                return done;
              }}
            />
          </Paper>
        )}
        <Text size="xs" c="dimmed" role="status">
          {said}
        </Text>
        <Alert color="gray" variant="light" py={6}>
          {t('receiptLocal')}
        </Alert>
        {months.length === 0 && (
          <div>
            <Text fw={600}>{t('emptyTitle')}</Text>
            <Text c="dimmed">{t('emptyHint')}</Text>
          </div>
        )}
        {months.slice(0, shownCount).map((month) => (
          <ExpenseMonthTable
            key={month.month}
            month={month}
            currency={currency}
            isWritable={isWritable}
            editingId={editing?.id}
            onEdit={setEditing}
            onVoid={(expense) => void takeOut(expense)}
            editor={
              editing !== undefined && (
                <ExpenseForm
                  key={editing.id}
                  name={t('editTitle', { label: editing.body.label })}
                  initial={draftOf(editing, currencyDecimals(editing.body.currency), format.language)}
                  settings={settings}
                  submitLabel={tCommon('save')}
                  isPile={false}
                  onCancel={endEditing}
                  onSave={async (input) => {
                    const done = await saveExpense(store, editing, input);
                    if (done.ok) endEditing();
                    return done;
                  }}
                />
              )
            }
          />
        ))}
        {months.length > shownCount && (
          <Button
            variant="default"
            onClick={() => {
              setShownCount(shownCount + 12);
            }}
          >
            {t('earlier')}
          </Button>
        )}
      </Stack>
    </>
  );
}
