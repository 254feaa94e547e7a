import { Alert, Anchor, Button, Loader } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { setInvoiceDraftStatus } from '../../../data/commands/billing/save-invoice-draft.ts';
import { localToday } from '../../../data/local-today.ts';
import { useImageVersion, useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { blankForm } from './draft-form.ts';
import { DraftJournal } from './draft-journal.ts';
import { IssuedInvoice } from './issued-invoice.tsx';
import './invoices.css';

/** One invoice: the editor of a draft, the page and payments of an issued one; `new` starts a draft. */
export function InvoicePage(): JSX.Element {
  const { id } = useParams<{ id: string }>();
  return id === 'new' ? <NewInvoice /> : <KnownInvoice key={id} id={id} />;
}

/** Gives the new draft its id before anything is typed, so that a reload comes back to it. */
function NewInvoice(): JSX.Element {
  const { store } = useSession();
  const [, navigate] = useLocation();
  const { t } = useTranslation();
  useEffect(() => {
    const { context, database } = store.parts;
    const journal = new DraftJournal(localStorage, database.name);
    const now = context.clock();
    journal.removeUntouched(`${localToday()}T00:00:00.000Z`);
    const id = `invoice:${context.newId()}`;
    const form = blankForm(localToday(), readBookSettings(store.book).defaultVatRatePpm);
    journal.write(id, { form, baseEdit: '', at: now });
    navigate(`/invoices/${id}`, { replace: true });
  }, [store, navigate]);
  return <Loader aria-label={t('loading')} />;
}

function KnownInvoice({ id }: { readonly id: string }): JSX.Element {
  return (
    <>
      <KeptVersionNote id={id} />
      <InvoiceContent id={id} />
    </>
  );
}

function InvoiceContent({ id }: { readonly id: string }): JSX.Element {
  const { store } = useSession();
  const { t } = useTranslation('invoices');
  const { t: tCommon } = useTranslation();
  useImageVersion(store.book);
  const [isNew] = useState(() => new DraftJournal(localStorage, store.parts.database.name).read(id) !== undefined);
  const record = store.book.get(id);
  if (record !== undefined && isOfType(record, 'invoice')) {
    if (record.status === 'issued') return <IssuedInvoice invoice={record} />;
    if (record.status === 'voided') return <VoidedDraft invoice={record} />;
    return <DraftEditor id={id} />;
  }
  // A draft may be in the store and not read yet.
  if (!store.book.isComplete) return <Loader aria-label={tCommon('loading')} />;
  if (isNew) return <DraftEditor id={id} />;
  return (
    <>
      <PageHeader title={t('title')} />
      <Alert role="alert">
        {t('notFound')} <Anchor href="#/invoices">{t('backToList')}</Anchor>
      </Alert>
    </>
  );
}

/** Where the version went that lost against this one: an exchange may change the page under somebody's hands. */
function KeptVersionNote({ id }: { readonly id: string }): JSX.Element | null {
  const { store } = useSession();
  const { t } = useTranslation('invoices');
  const copies = useRecords(store.book, 'conflictCopy');
  if (!copies.some(({ status, body }) => status === 'open' && body.recordId === id)) return null;
  return (
    <Alert color="orange" variant="light" role="status" py={6} mb="sm" className="no-print">
      {t('versionKept')} <Anchor href="#/sync">{t('versionKeptChoose')}</Anchor>
    </Alert>
  );
}

function VoidedDraft({ invoice }: { readonly invoice: RecordOf<'invoice'> }): JSX.Element {
  const { store } = useSession();
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const [error, setError] = useState<AppError>();
  return (
    <>
      <PageHeader title={t('draftTitle')} />
      <Alert color="gray" role="status" mb="sm">
        {t('voidedNotice')} <Anchor href="#/invoices">{t('backToList')}</Anchor>
      </Alert>
      {error !== undefined && (
        <Alert color="red" role="alert" mb="sm">
          {format.error(error)}
        </Alert>
      )}
      <Button
        onClick={() =>
          void setInvoiceDraftStatus(store, invoice, 'draft').then((done) => {
            setError(done.ok ? undefined : done.error);
          })
        }
      >
        {t('restore')}
      </Button>
    </>
  );
}
