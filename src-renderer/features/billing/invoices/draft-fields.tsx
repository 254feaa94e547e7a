import {
  Button,
  Collapse,
  Group,
  Modal,
  NativeSelect,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueDateOf } from '../../../../shared/billing/due-date.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { CustomerForm } from '../pieces/customer-form.tsx';
import { findCustomer } from './draft-facts.ts';
import type { DraftForm } from './draft-form.ts';

const OPERATIONS = [
  { value: 'services', label: 'operationServices' },
  { value: 'goods', label: 'operationGoods' },
  { value: 'both', label: 'operationBoth' },
] as const;

/** Customer, dates and subject of a draft. */
export function DraftFields(props: {
  readonly form: DraftForm;
  readonly termsDays: number;
  readonly onChange: (form: DraftForm) => void;
}): JSX.Element {
  const { form, termsDays, onChange } = props;
  const { t } = useTranslation('invoices');
  const hasMore =
    form.supplyDate !== '' || form.orderReference !== '' || form.note !== '' || form.operation !== 'services';
  const [isMoreOpen, more] = useDisclosure(hasMore);
  const set = (change: Partial<DraftForm>) => {
    onChange({ ...form, ...change });
  };
  const dueDate = form.ownDueDate === '' ? dueDateOf(form.date, termsDays) : form.ownDueDate;
  return (
    <Stack gap="sm">
      <CustomerField
        customerId={form.customerId}
        onChoose={(customerId) => {
          set({ customerId });
        }}
      />
      <TextInput
        label={t('subject')}
        placeholder={t('subjectPlaceholder')}
        maxLength={200}
        value={form.subject}
        onChange={(event) => {
          set({ subject: event.currentTarget.value });
        }}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" maw={520}>
        <DateField
          label={t('date')}
          value={form.date}
          onValue={(date) => {
            set({ date });
          }}
          keepsLast
        />
        <div>
          <DateField
            label={t('dueDate')}
            value={dueDate}
            min={form.date}
            onValue={(ownDueDate) => {
              set({ ownDueDate });
            }}
          />
          {form.ownDueDate === '' ? (
            <Text size="xs" c="dimmed" mt={4}>
              {t('dueDateHint', { days: termsDays })}
            </Text>
          ) : (
            <Button
              mt={4}
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                set({ ownDueDate: '' });
              }}
            >
              {t('dueDateReset', { days: termsDays })}
            </Button>
          )}
        </div>
      </SimpleGrid>
      <div>
        <Button variant="subtle" size="compact-sm" onClick={more.toggle} aria-expanded={isMoreOpen}>
          {t('moreFields')}
        </Button>
        <Collapse expanded={isMoreOpen}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" mt="xs">
            <NativeSelect
              label={t('operation')}
              data={OPERATIONS.map(({ value, label }) => ({ value, label: t(label) }))}
              value={form.operation}
              onChange={(event) => {
                const found = OPERATIONS.find(({ value }) => value === event.currentTarget.value);
                if (found !== undefined) set({ operation: found.value });
              }}
            />
            <DateField
              label={t('supplyDate')}
              value={form.supplyDate}
              onValue={(supplyDate) => {
                set({ supplyDate });
              }}
            />
            <TextInput
              label={t('orderReference')}
              maxLength={200}
              value={form.orderReference}
              onChange={(event) => {
                set({ orderReference: event.currentTarget.value });
              }}
            />
          </SimpleGrid>
          <Textarea
            mt="sm"
            label={t('note')}
            autosize
            minRows={2}
            maxLength={4000}
            value={form.note}
            onChange={(event) => {
              set({ note: event.currentTarget.value });
            }}
          />
        </Collapse>
      </div>
    </Stack>
  );
}

function CustomerField(props: { readonly customerId: string; readonly onChoose: (id: string) => void }): JSX.Element {
  const { customerId, onChoose } = props;
  const { t } = useTranslation('invoices');
  const { t: tCommon } = useTranslation();
  const { store } = useSession();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const customers = useRecords(store.book, 'customer');
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<'new' | 'chosen'>();
  const body = findCustomer(store, customerId);
  const record = store.book.get(customerId);
  const hasNoAddress = body?.address.city === '';
  const options = customers
    .filter((customer) => customer.status === 'active')
    .map((customer) => ({ value: customer.id, label: nameWithCity(customer.body.name, customer.body.address.city) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
  return (
    <div>
      <Group align="flex-end" gap="xs" wrap="wrap">
        <Select
          label={t('customer')}
          placeholder={t('customerPlaceholder')}
          data={options}
          value={body === undefined ? null : customerId}
          searchable
          clearable
          nothingFoundMessage={t('customerNone')}
          onSearchChange={setSearch}
          onChange={(value) => {
            onChoose(value ?? '');
          }}
          style={{ flex: '1 1 260px' }}
          data-testid="invoice-customer"
        />
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} />}
          onClick={() => {
            setEdited('new');
          }}
        >
          {t('customerAdd')}
        </Button>
      </Group>
      {hasNoAddress && (
        <Text size="sm" mt={4} role="status">
          {t('customerNoAddress')}{' '}
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => {
              setEdited('chosen');
            }}
          >
            {t('customerEdit')}
          </Button>
        </Text>
      )}
      <Modal
        closeButtonProps={{ 'aria-label': tCommon('close') }}
        opened={edited !== undefined}
        onClose={() => {
          setEdited(undefined);
        }}
        title={edited === 'chosen' ? t('customerEdit') : t('customerAdd')}
        size="lg"
        fullScreen={isNarrow}
      >
        {edited !== undefined && (
          <CustomerForm
            customer={edited === 'chosen' && record !== undefined && isOfType(record, 'customer') ? record : undefined}
            proposedName={body === undefined ? search : ''}
            onSaved={(customer) => {
              setEdited(undefined);
              onChoose(customer.id);
            }}
            onCancel={() => {
              setEdited(undefined);
            }}
          />
        )}
      </Modal>
    </div>
  );
}

function nameWithCity(name: string, city: string): string {
  return city === '' ? name : `${name} (${city})`;
}
