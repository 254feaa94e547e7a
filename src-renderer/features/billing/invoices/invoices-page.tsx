import { Button, Chip, EmptyState, Group, Loader, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconFileInvoice, IconPlus, IconSearch } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listReceivables, sumReceivables } from '../../../../shared/billing/receivables.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { readBookSettings } from '../../../data/book-settings.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFromImage, useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { OtherCurrencyNote } from '../../books/pieces/other-currency-note.tsx';
import { MissingNumbers } from '../pieces/missing-numbers.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import type { InvoiceFilter } from './list-invoices.ts';
import { listInvoices } from './list-invoices.ts';

const FILTERS = [
  { value: 'all', label: 'filterAll' },
  { value: 'draft', label: 'filterDraft' },
  { value: 'toCollect', label: 'filterToCollect' },
  { value: 'overdue', label: 'filterOverdue' },
  { value: 'paid', label: 'filterPaid' },
] as const;

const ROWS_AT_ONCE = 100;

export function InvoicesPage(): JSX.Element {
  const { t } = useTranslation('invoices');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const invoices = useRecords(store.book, 'invoice');
  const customers = useRecords(store.book, 'customer');
  const copies = useRecords(store.book, 'conflictCopy');
  const receivables = useFromImage(store.book, () => listReceivables(store.book.all(), localToday()));
  const [filter, setFilter] = useState<InvoiceFilter>({ state: 'all', search: '' });
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const rows = useMemo(() => {
    const names = new Map(customers.map((customer) => [customer.id, customer.body.name]));
    return listInvoices(invoices, receivables, (id) => names.get(id) ?? '', filter);
  }, [invoices, customers, receivables, filter]);
  const { currency } = readBookSettings(store.book);
  const sums = sumReceivables(receivables, currency);
  const hasNone = !invoices.some((record) => isOfType(record, 'invoice') && record.status !== 'voided');
  const addButton = (
    <Button component="a" href="#/invoices/new" leftSection={<IconPlus size={16} />}>
      {t('add')}
    </Button>
  );

  if (hasNone) {
    return (
      <>
        <PageHeader title={t('title')} hint={t('hint')} />
        {store.book.isComplete ? (
          <EmptyState icon={<IconFileInvoice />} title={t('emptyTitle')} description={t('emptyText')} mt="xl">
            {addButton}
          </EmptyState>
        ) : (
          <Loader aria-label={tCommon('loading')} />
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')}>
        {addButton}
      </PageHeader>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm" mb="md">
        <Figure label={t('totalToCollect')} value={format.money(sums.toCollectCents, currency)} testId="to-collect">
          <OtherCurrencyNote of="due" count={sums.otherCurrencyDueCount} />
        </Figure>
        <Figure label={t('totalOverdue')} value={format.money(sums.overdueCents, currency)} testId="overdue" />
        <Figure
          label={t('draftCount')}
          value={String(invoices.filter(({ status }) => status === 'draft').length)}
          testId="draft-count"
        />
      </SimpleGrid>
      {store.book.isComplete && <MissingNumbers invoices={invoices} copies={copies} />}
      <Group justify="space-between" mb="sm" gap="sm">
        <Chip.Group
          multiple={false}
          value={filter.state}
          onChange={(value) => {
            const found = FILTERS.find((entry) => entry.value === value);
            if (found !== undefined) setFilter({ ...filter, state: found.value });
          }}
        >
          <Group gap={6} role="radiogroup" aria-label={t('filterLabel')}>
            {FILTERS.map(({ value, label }) => (
              <Chip key={value} value={value} size="xs">
                {t(label)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <TextInput
          type="search"
          aria-label={tCommon('search')}
          placeholder={t('searchPlaceholder')}
          leftSection={<IconSearch size={16} />}
          value={filter.search}
          onChange={(event) => {
            setFilter({ ...filter, search: event.currentTarget.value });
          }}
          w={{ base: '100%', sm: 260 }}
        />
      </Group>
      {rows.length === 0 ? (
        <Text c="dimmed" role="status">
          {t('noneFound')}
        </Text>
      ) : (
        <Stack gap="sm">
          <InvoiceTable rows={rows.slice(0, limit)} />
          <ShowMore count={rows.length} shown={limit} atOnce={ROWS_AT_ONCE} onShow={setLimit} />
        </Stack>
      )}
    </>
  );
}

function Figure(props: {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly children?: ReactNode;
}): JSX.Element {
  return (
    <Paper withBorder px="md" py="xs">
      <Text size="xs" c="dimmed">
        {props.label}
      </Text>
      <Text fw={700} size="lg" className="figures" data-testid={`invoices-${props.testId}`}>
        {props.value}
      </Text>
      {props.children}
    </Paper>
  );
}
