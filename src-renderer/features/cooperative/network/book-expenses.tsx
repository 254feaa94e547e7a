import { Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ReceiptThumbnail } from '../../books/pieces/receipt-thumbnail.tsx';
import { PagedList } from './paged-list.tsx';

/** The expenses of a book, newest first. */
export function BookExpenses({ expenses }: { readonly expenses: readonly RecordOf<'expense'>[] }): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const active = expenses.filter(({ status }) => status === 'active');
  if (active.length === 0) return <Text p="xs">{t('noExpenses')}</Text>;
  return (
    <PagedList items={active}>
      {(shown) => (
        <Table.ScrollContainer minWidth={640} tabIndex={0} aria-label={t('tab.expenses')}>
          <Table fz="sm" verticalSpacing={4} aria-label={t('tab.expenses')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{tCommon('date')}</Table.Th>
                <Table.Th>{tCommon('label')}</Table.Th>
                <Table.Th>{t('kind')}</Table.Th>
                <Table.Th>{t('paidBy')}</Table.Th>
                <Table.Th ta="right">{tCommon('amountIncludingVat')}</Table.Th>
                <Table.Th ta="right">{tCommon('vat')}</Table.Th>
                <Table.Th>{t('receipt')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ id, activityId, date, body }) => (
                <Table.Tr key={id}>
                  <Table.Td>{format.date(date)}</Table.Td>
                  <Table.Td>{body.label}</Table.Td>
                  <Table.Td>{t(`expense.${body.category}`)}</Table.Td>
                  <Table.Td>{t(`paidBy.${body.paidBy}`)}</Table.Td>
                  <Table.Td ta="right" className="figures">
                    {format.money(body.amountCents, body.currency)}
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {format.money(body.vatCents, body.currency)}
                  </Table.Td>
                  <Table.Td>
                    {body.receipt !== undefined && <ReceiptThumbnail manifest={body.receipt} activityId={activityId} />}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </PagedList>
  );
}
