import { Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts';
import { createLedgerRowBuilder } from '../../../../shared/ledger/ledger-row.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { listLedgerSources } from './ledger-sources.ts';
import { PagedList } from './paged-list.tsx';
import { addMonths, firstDay, monthOf } from '../../../../shared/time/month.ts';

/** The ledger of a member over the last twelve months and the current one, newest first. */
export function BookLedger(props: {
  readonly records: readonly AnyRecord[];
  readonly currency: string;
  readonly today: string;
}): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { records, currency, today } = props;
  const [buildRows] = useState(createLedgerRowBuilder);
  const from = firstDay(addMonths(monthOf(today), -12));
  const rows = useMemo(
    () => buildRows(listLedgerSources(records, currency)).filter(({ date }) => date >= from && date <= today),
    [buildRows, records, currency, from, today],
  );
  if (rows.length === 0) return <Text p="xs">{t('noLedger')}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed" p="xs">
        {t('lastMonths', { from: format.date(from), to: format.date(today) })}
      </Text>
      <PagedList items={rows}>
        {(shown) => (
          <Table.ScrollContainer minWidth={860} tabIndex={0} aria-label={t('tab.ledger')}>
            <Table fz="sm" verticalSpacing={4} aria-label={t('tab.ledger')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{tCommon('date')}</Table.Th>
                  <Table.Th>{tCommon('label')}</Table.Th>
                  <Table.Th>{t('counterparty')}</Table.Th>
                  <Table.Th>{t('kind')}</Table.Th>
                  <Table.Th ta="right">{tCommon('amountIncludingVat')}</Table.Th>
                  <Table.Th ta="right">{tCommon('vat')}</Table.Th>
                  <Table.Th ta="right">{t('effect')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((row) => (
                  <LedgerLine key={row.recordId} row={row} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </PagedList>
    </>
  );
}

function LedgerLine({ row }: { readonly row: LedgerRow }): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tKinds } = useTranslation('ledgerKinds');
  const format = useFormat();
  const label =
    row.kind === 'payment'
      ? t('paymentOf', { number: row.label })
      : row.kind === 'salary'
        ? t('salaryOf', { month: format.month(row.label) })
        : row.label;
  return (
    <Table.Tr>
      <Table.Td>{format.date(row.date)}</Table.Td>
      <Table.Td>{label}</Table.Td>
      <Table.Td>{row.counterparty}</Table.Td>
      <Table.Td>
        {tKinds(row.kind)}
        {row.needsReview && (
          <Text span size="xs" c="var(--mantine-color-error)">
            {' '}
            {t('toReview')}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(row.amountCents, row.currency)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(row.vatCents, row.currency)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(row.netCents, row.currency)}
      </Table.Td>
    </Table.Tr>
  );
}
