import { Button, Paper, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBuildingBank, IconPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts';
import { isEntryKind } from '../../../../shared/ledger/ledger-row.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { addEntry, changeEntry, confirmEntry, voidEntry } from '../../../data/commands/books/save-entry.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { draftOf, startDraft } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import type { FilterFields } from './ledger-filters.ts';
import { NO_FILTER } from './ledger-filters.ts';
import { LedgerFilterBar } from './ledger-filter-bar.tsx';
import { LedgerGrid } from './ledger-grid.tsx';
import type { RowAction } from './ledger-row-view.tsx';
import { LedgerTotalsBar } from './ledger-totals-bar.tsx';
import './ledger.css';
import { IncompleteNote } from '../pieces/incomplete-note.tsx';
import { useLedger } from './use-ledger.ts';

const COMPACT_BELOW = 900;

/** All movements of the activity in one table. */
export function LedgerPage(): JSX.Element {
  const { t } = useTranslation('ledger');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const undoNotice = useUndoNotice();
  const [fields, setFields] = useState<FilterFields>(NO_FILTER);
  const { recordId } = useParams<{ recordId?: string }>();
  const [editing, setEditing] = useState(() => readEntry(recordId));
  const [isAddOpen, setIsAddOpen] = useState(false);
  const [said, setSaid] = useState('');
  const { ref, width } = useElementSize();
  const grid = useRef<HTMLDivElement>(null);
  const ledger = useLedger(fields);
  const { settings } = ledger;
  const { isWritable } = store.parts;
  const isCompact = width > 0 && width < COMPACT_BELOW;

  /** The entry an address names, when it can be changed. */
  function readEntry(id = ''): RecordOf<'ledgerEntry'> | undefined {
    const record = store.book.get(id);
    const isOpen = store.parts.isWritable && record?.status === 'active' && isOfType(record, 'ledgerEntry');
    return isOpen ? record : undefined;
  }

  function endEditing(): void {
    setEditing(undefined);
    grid.current?.focus();
  }

  async function takeOut(id: string, label: string): Promise<void> {
    const done = await voidEntry(store, id);
    if (done.ok) undoNotice(t('removed', { label }));
    else notifications.show({ color: 'red', message: format.error(done.error) });
  }

  function act(action: RowAction, row: LedgerRow): void {
    if (!isEntryKind(row.kind)) setSaid(t(`elsewhere.${row.kind}`));
    const record = store.book.get(row.recordId);
    if (!isWritable || !isEntryKind(row.kind) || record === undefined || !isOfType(record, 'ledgerEntry')) return;
    if (action === 'edit') setEditing(record);
    else if (action === 'void') void takeOut(row.recordId, row.label);
    else if (row.needsReview) {
      void confirmEntry(store, row.recordId).then((done) => {
        if (done.ok) setSaid(t('confirmed'));
        else notifications.show({ color: 'red', message: format.error(done.error) });
      });
    }
  }

  // Rows are drawn again only when they change: what they call must stay the same function.
  const latestAct = useRef(act);
  useEffect(() => {
    latestAct.current = act;
  });
  const onAction = useCallback((action: RowAction, row: LedgerRow) => {
    latestAct.current(action, row);
  }, []);

  return (
    <div ref={ref}>
      <PageHeader title={t('title')} hint={t('hint')}>
        <Button
          component="a"
          href="#/bank-import"
          variant="default"
          size="xs"
          leftSection={<IconBuildingBank size={16} />}
        >
          {t('importStatement')}
        </Button>
      </PageHeader>
      <IncompleteNote />
      <LedgerFilterBar
        fields={fields}
        onChange={setFields}
        amountError={ledger.amountError}
        toReviewCount={ledger.toReviewCount}
        isCompact={isCompact}
      />
      {isWritable && isCompact && !isAddOpen && (
        <Button
          size="xs"
          mb="xs"
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            setIsAddOpen(true);
          }}
        >
          {t('addOpen')}
        </Button>
      )}
      {isWritable && width > 0 && (!isCompact || isAddOpen) && (
        <Paper withBorder mb="xs">
          <EntryForm
            name={t('addTitle')}
            initial={startDraft(localToday(), settings.defaultVatRatePpm)}
            settings={settings}
            isCompact={isCompact}
            submitLabel={tCommon('add')}
            isPile
            // On a window that becomes narrow (a tablet that is turned) it stays, with what stands in it.
            onChange={() => {
              setIsAddOpen(true);
            }}
            onCancel={
              isCompact
                ? () => {
                    setIsAddOpen(false);
                  }
                : undefined
            }
            onSave={async (input) => {
              const done = await addEntry(store, input);
              if (done.ok) {
                setSaid(
                  t('added', { label: input.label.trim(), amount: format.money(input.amountCents, settings.currency) }),
                );
              }
              return done;
            }}
          />
        </Paper>
      )}
      <Text size="xs" c="dimmed" role="status" mih={18} data-testid="ledger-said">
        {said === '' && !isCompact ? t('keys') : said}
      </Text>
      <LedgerGrid
        rows={ledger.rows}
        gridRef={grid}
        isCompact={isCompact}
        isWritable={isWritable}
        editingId={editing?.id}
        onAction={onAction}
        emptyNote={
          ledger.isComplete && (
            <>
              <Text fw={600}>{ledger.isEmpty ? t('emptyTitle') : t('noMatch')}</Text>
              {ledger.isEmpty && <Text c="dimmed">{t('emptyHint')}</Text>}
            </>
          )
        }
        editor={
          editing !== undefined && (
            <EntryForm
              key={editing.id}
              name={t('editRow', { label: editing.body.label })}
              initial={draftOf(editing, currencyDecimals(editing.body.currency), format.language)}
              settings={settings}
              isCompact={isCompact}
              submitLabel={tCommon('save')}
              isPile={false}
              onCancel={endEditing}
              onRemove={
                isCompact
                  ? () => {
                      void takeOut(editing.id, editing.body.label).then(endEditing);
                    }
                  : undefined
              }
              onSave={async (input) => {
                const done = await changeEntry(store, editing, input);
                if (done.ok) {
                  setSaid(t('changed'));
                  endEditing();
                }
                return done;
              }}
            />
          )
        }
      />
      <LedgerTotalsBar totals={ledger.totals} currency={settings.currency} isComplete={ledger.isComplete} />
    </div>
  );
}
