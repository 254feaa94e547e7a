import { Alert, Button, EmptyState, Group, Loader, Modal, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { totalByCustomer } from '../../../../shared/billing/customer-totals.ts';
import { listReceivables, sumReceivables } from '../../../../shared/billing/receivables.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { voidCustomer } from '../../../data/commands/billing/save-customer.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFromImage, useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { CustomerForm } from '../pieces/customer-form.tsx';
import { OtherCurrencyNote } from '../../books/pieces/other-currency-note.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { CustomerTable } from './customer-table.tsx';
import { findCustomers } from './find-customers.ts';

export function CustomersPage(): JSX.Element {
  const { t } = useTranslation('customers');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const notify = useUndoNotice();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const customers = useRecords(store.book, 'customer');
  const { currency } = readBookSettings(store.book);
  const receivables = useFromImage(store.book, () => listReceivables(store.book.all(), localToday()));
  const totals = useMemo(() => totalByCustomer(receivables, currency), [receivables, currency]);
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<RecordOf<'customer'> | 'new'>();
  const [error, setError] = useState<AppError>();
  const searchField = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => findCustomers(customers, search), [customers, search]);
  const sums = sumReceivables(receivables, currency);
  const hasNone = !customers.some(({ status }) => status === 'active');

  async function remove(customer: RecordOf<'customer'>): Promise<void> {
    const done = await voidCustomer(store, customer);
    setError(done.ok ? undefined : done.error);
    if (!done.ok) return;
    notify(t('voided', { name: customer.body.name }));
    // The button that was pressed is gone with its row.
    searchField.current?.focus();
  }

  const addButton = (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => {
        setEdited('new');
      }}
    >
      {t('add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')}>
        {!hasNone && addButton}
      </PageHeader>
      {error !== undefined && (
        <Alert color="red" role="alert" mb="sm">
          {format.error(error)}
        </Alert>
      )}
      {hasNone ? (
        store.book.isComplete ? (
          <EmptyState icon={<IconUsers />} title={t('emptyTitle')} description={t('emptyText')} mt="xl">
            {addButton}
          </EmptyState>
        ) : (
          <Loader aria-label={tCommon('loading')} />
        )
      ) : (
        <>
          <Group justify="space-between" mb="sm">
            <TextInput
              ref={searchField}
              type="search"
              aria-label={tCommon('search')}
              placeholder={t('searchPlaceholder')}
              leftSection={<IconSearch size={16} />}
              value={search}
              onChange={(event) => {
                setSearch(event.currentTarget.value);
              }}
              w={{ base: '100%', sm: 340 }}
            />
            <div>
              <Text size="sm">
                {t('totalToCollect')}{' '}
                <strong className="figures" data-testid="customers-to-collect">
                  {format.money(sums.toCollectCents, currency)}
                </strong>
              </Text>
              <OtherCurrencyNote of="due" count={sums.otherCurrencyDueCount} />
            </div>
          </Group>
          <Text size="xs" c="dimmed" role="status">
            {shown.length === 0 ? t('noneFound') : t('count', { count: shown.length })}
          </Text>
          {shown.length > 0 && (
            <CustomerTable
              customers={shown}
              totals={totals}
              currency={currency}
              onEdit={setEdited}
              onVoid={(customer) => void remove(customer)}
            />
          )}
        </>
      )}
      <Modal
        closeButtonProps={{ 'aria-label': tCommon('close') }}
        opened={edited !== undefined}
        onClose={() => {
          setEdited(undefined);
        }}
        title={edited === undefined || edited === 'new' ? t('addTitle') : t('editTitle', { name: edited.body.name })}
        size="lg"
        fullScreen={isNarrow}
      >
        {edited !== undefined && (
          <CustomerForm
            customer={edited === 'new' ? undefined : edited}
            onSaved={() => {
              setEdited(undefined);
            }}
            onCancel={() => {
              setEdited(undefined);
            }}
          />
        )}
      </Modal>
    </>
  );
}
