import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconEye, IconPencil, IconTrash } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { computeInvoiceTotals } from '../../../../shared/billing/invoice-totals.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { setInvoiceDraftStatus } from '../../../data/commands/billing/save-invoice-draft.ts';
import { localToday } from '../../../data/local-today.ts';
import { useImageVersion } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { termsDaysOf } from './draft-facts.ts';
import { DraftFields } from './draft-fields.tsx';
import { blankForm, findTypedFaults, formOf, readForm } from './draft-form.ts';
import { DraftJournal } from './draft-journal.ts';
import { DraftSheet } from './draft-sheet.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { LineList } from './line-list.tsx';
import { TotalsPanel } from './totals-panel.tsx';
import { useDraft } from './use-draft.ts';

/** The editor of one draft: everything typed is kept at once, the draft is saved a moment later. */
export function DraftEditor({ id }: { readonly id: string }): JSX.Element {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { store } = useSession();
  useImageVersion(store.image('commons'));
  const [, navigate] = useLocation();
  const notify = useUndoNotice();
  const settings = readBookSettings(store.book);
  const draft = useDraft(id, {
    blank: () => blankForm(localToday(), settings.defaultVatRatePpm),
    load: (record) => formOf(record, termsDaysOf(store, record.body.customerId), format.language),
    termsDays: (customerId) => termsDaysOf(store, customerId),
  });
  const [isPreview, setIsPreview] = useState(false);
  const [isIssuing, setIsIssuing] = useState(false);
  const [error, setError] = useState<AppError>();
  const { form, record, edit } = draft;
  const termsDays = termsDaysOf(store, form.customerId);
  const reading = readForm(form, termsDays, localToday());
  const currency = record?.body.currency ?? settings.currency;
  const totals = computeInvoiceTotals(reading.draft.lines, currency);

  async function voidDraft(): Promise<void> {
    const saved = await draft.flush();
    if (!saved.ok) return;
    if (saved.value !== undefined) {
      const done = await setInvoiceDraftStatus(store, saved.value, 'voided');
      setError(done.ok ? undefined : done.error);
      if (!done.ok) return;
      notify(t('draftVoided'));
    }
    new DraftJournal(localStorage, store.parts.database.name).remove(id);
    navigate('/invoices');
  }

  async function openIssue(): Promise<void> {
    let saved = await draft.flush();
    if (saved.ok && saved.value === undefined) {
      // Nothing typed yet: the dialog says what is missing.
      edit({ ...form });
      saved = await draft.flush();
    }
    if (saved.ok) setIsIssuing(true);
  }

  const problem = draft.error ?? error;
  const isChangedElsewhere = draft.error?.details?.['changedElsewhere'] === true;

  return (
    <>
      <PageHeader title={record === undefined ? t('newTitle') : t('draftTitle')}>
        <Button
          variant="default"
          leftSection={isPreview ? <IconPencil size={16} /> : <IconEye size={16} />}
          onClick={() => {
            setIsPreview(!isPreview);
          }}
        >
          {isPreview ? t('backToEditing') : t('preview')}
        </Button>
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => void voidDraft()}>
          {t('voidDraft')}
        </Button>
        <Button onClick={() => void openIssue()} disabled={!totals.ok} data-testid="issue-invoice">
          {t('issue')}
        </Button>
      </PageHeader>
      <Text
        size="xs"
        c="dimmed"
        mb="xs"
        role="status"
        className="no-print"
        data-testid="draft-state"
        data-phase={draft.phase}
      >
        {saveState()}
      </Text>
      {problem !== undefined && (
        <Alert color="red" role="alert" mb="sm" className="no-print">
          {isChangedElsewhere ? t('changedElsewhere') : format.error(problem)}
          {isChangedElsewhere && (
            <Group gap="xs" mt="xs">
              <Button
                size="compact-sm"
                onClick={() => {
                  draft.settle('mine');
                }}
              >
                {t('keepMine')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  draft.settle('other');
                }}
              >
                {t('takeOther')}
              </Button>
            </Group>
          )}
        </Alert>
      )}
      {isPreview && totals.ok ? (
        <DraftSheet draft={reading.draft} totals={totals.value} currency={currency} />
      ) : (
        <Stack gap="md">
          <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
            <DraftFields form={form} termsDays={termsDays} onChange={edit} />
          </Paper>
          <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
            <LineList form={form} reading={reading} currency={currency} onChange={edit} />
          </Paper>
          <TotalsPanel lines={reading.draft.lines} totals={totals} currency={currency} />
        </Stack>
      )}
      {isIssuing && record !== undefined && totals.ok && (
        <IssueDialog
          draft={record}
          typedFaults={findTypedFaults(form, reading)}
          onClose={() => {
            setIsIssuing(false);
          }}
        />
      )}
    </>
  );

  function saveState(): string {
    if (draft.phase === 'untouched') return t('notSavedYet');
    if (reading.unreadable.length > 0) return t('unreadableKept');
    if (draft.phase === 'saved' && record !== undefined) return t('savedAt', { time: format.time(record.updatedAt) });
    return draft.phase === 'saved' ? t('saved') : t('saving');
  }
}
