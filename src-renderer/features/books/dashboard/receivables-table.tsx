import { Anchor, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receivable } from '../../../../shared/billing/receivables.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** The invoices behind "to collect", the one due first at the top. */
export function ReceivablesTable(props: {
  readonly receivables: readonly Receivable[];
  readonly currency: string;
}): JSX.Element {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const open = props.receivables
    .filter(({ dueCents }) => dueCents > 0)
    .toSorted((a, b) => (a.invoice.body.dueDate < b.invoice.body.dueDate ? -1 : 1));
  if (open.length === 0) return <Text size="sm">{t('nothingToCollect')}</Text>;
  return (
    <Table.ScrollContainer minWidth={520} tabIndex={0} aria-label={t('receivables')}>
      <Table fz="sm" verticalSpacing={4} aria-label={t('receivables')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('invoice')}</Table.Th>
            <Table.Th>{t('customer')}</Table.Th>
            <Table.Th>{t('dueDate')}</Table.Th>
            <Table.Th ta="right">{t('dueAmount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {open.map(({ invoice, dueCents, isOverdue }) => (
            <Table.Tr key={invoice.id}>
              <Table.Td>
                <Anchor href={`#/invoices/${invoice.id}`} inherit>
                  {invoice.body.number}
                </Anchor>
              </Table.Td>
              <Table.Td>{invoice.body.customer?.name}</Table.Td>
              <Table.Td>
                {format.date(invoice.body.dueDate)}{' '}
                <Text span size="sm" c={isOverdue ? 'var(--mantine-color-error)' : 'dimmed'}>
                  {t(isOverdue ? 'late' : 'onTime')}
                </Text>
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {format.money(dueCents, invoice.body.currency)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
