import { Anchor, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { InvoiceRow } from './list-invoices.ts';
import { StateBadge } from './state-badge.tsx';

/** One row an invoice; the number leads to it. */
export function InvoiceTable({ rows }: { readonly rows: readonly InvoiceRow[] }): JSX.Element {
  const { t } = useTranslation('invoices');
  const { t: tCommon } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={760} tabIndex={0} aria-label={t('listLabel')}>
      <Table highlightOnHover verticalSpacing={6} aria-label={t('listLabel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('number')}</Table.Th>
            <Table.Th>{tCommon('date')}</Table.Th>
            <Table.Th>{t('customer')}</Table.Th>
            <Table.Th>{tCommon('status')}</Table.Th>
            <Table.Th>{t('dueDate')}</Table.Th>
            <Table.Th ta="right">{t('gross')}</Table.Th>
            <Table.Th ta="right">{t('due')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.invoice.id} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ row }: { readonly row: InvoiceRow }): JSX.Element {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { invoice, state, dueCents } = row;
  const { body } = invoice;
  const name = row.customerName === '' ? t('noCustomer') : row.customerName;
  const number = body.number === '' ? t('stateDraft') : body.number;
  return (
    <Table.Tr>
      <Table.Td className="figures">
        <Anchor
          href={`#/invoices/${invoice.id}`}
          fw={600}
          fz="sm"
          aria-label={t('open', { what: `${number}, ${name}` })}
        >
          {number}
        </Anchor>
      </Table.Td>
      <Table.Td className="figures">{format.date(invoice.date)}</Table.Td>
      <Table.Td>
        <Text size="sm" {...(row.customerName === '' ? { c: 'dimmed' } : {})}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" lineClamp={1}>
          {body.subject}
        </Text>
      </Table.Td>
      <Table.Td>
        <StateBadge state={state} />
      </Table.Td>
      <Table.Td className="figures">{state === 'draft' ? '' : format.date(body.dueDate)}</Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(body.totals.grossCents, body.currency)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {state === 'draft' ? '' : format.money(dueCents, body.currency)}
      </Table.Td>
    </Table.Tr>
  );
}
