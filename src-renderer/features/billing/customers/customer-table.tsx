import { ActionIcon, Anchor, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerTotals } from '../../../../shared/billing/customer-totals.ts';
import { NO_TOTALS } from '../../../../shared/billing/customer-totals.ts';
import { formatSiren } from '../../../../shared/billing/siren.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useFormat } from '../../../i18n/use-format.ts';

const KIND_LABELS = { business: 'kindBusiness', individual: 'kindIndividual', public: 'kindPublic' } as const;

/** One row a customer, with what was invoiced and what is still to collect. */
export function CustomerTable(props: {
  readonly customers: readonly RecordOf<'customer'>[];
  readonly totals: ReadonlyMap<string, CustomerTotals>;
  readonly currency: string;
  readonly onEdit: (customer: RecordOf<'customer'>) => void;
  readonly onVoid: (customer: RecordOf<'customer'>) => void;
}): JSX.Element {
  const { t } = useTranslation('customers');
  const { t: tCommon } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('listLabel')}>
      <Table highlightOnHover verticalSpacing={6} aria-label={t('listLabel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('city')}</Table.Th>
            <Table.Th>{t('contact')}</Table.Th>
            <Table.Th ta="right">{t('invoiced')}</Table.Th>
            <Table.Th ta="right">{t('toCollect')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{tCommon('remove')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.customers.map((customer) => (
            <CustomerRow
              key={customer.id}
              customer={customer}
              totals={props.totals.get(customer.id) ?? NO_TOTALS}
              currency={props.currency}
              onEdit={() => {
                props.onEdit(customer);
              }}
              onVoid={() => {
                props.onVoid(customer);
              }}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function CustomerRow(props: {
  readonly customer: RecordOf<'customer'>;
  readonly totals: CustomerTotals;
  readonly currency: string;
  readonly onEdit: () => void;
  readonly onVoid: () => void;
}): JSX.Element {
  const { customer, totals, currency } = props;
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { name, kind, siren, address, email, phone } = customer.body;
  const details = [t(KIND_LABELS[kind]), ...(siren === undefined ? [] : [formatSiren(siren)])];
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          fw={600}
          fz="sm"
          ta="left"
          aria-label={t('editLabel', { name })}
          onClick={props.onEdit}
        >
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {details.join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>{address.city}</Table.Td>
      <Table.Td>
        <Text size="sm">{email}</Text>
        <Text size="xs" c="dimmed">
          {phone}
        </Text>
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(totals.invoicedNetCents, currency)}
        <Text size="xs" c="dimmed">
          {t('invoiceCount', { count: totals.invoiceCount })}
        </Text>
        {totals.otherCurrencyCount > 0 && (
          <Text size="xs" c="var(--mantine-color-error)">
            {t('otherCurrency', { count: totals.otherCurrencyCount })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(totals.toCollectCents, currency)}
        {totals.overdueCents > 0 && (
          <Text size="xs" c="var(--mantine-color-error)">
            {t('overdue', { amount: format.money(totals.overdueCents, currency) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <ActionIcon variant="subtle" color="gray" aria-label={t('voidLabel', { name })} onClick={props.onVoid}>
          <IconTrash size={16} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
