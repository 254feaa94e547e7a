import { ActionIcon, Paper, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import type { CurrencyTotals, NetworkSums } from '../../../../shared/network/network-totals.ts';
import { totalNetwork } from '../../../../shared/network/network-totals.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** Totals of the whole network, a currency a line, each unfolding by region. */
export function NetworkTotalsTable(props: {
  readonly rows: readonly NetworkRow[];
  readonly year: string;
}): JSX.Element {
  const { t } = useTranslation('network');
  const totals = useMemo(() => totalNetwork(props.rows), [props.rows]);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('totals')}>
        <Table fz="sm" verticalSpacing={6} aria-label={t('totals')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('totals')}</Table.Th>
              <Table.Th ta="right">{t('activityCount')}</Table.Th>
              <Table.Th ta="right">{t('column.turnover', { year: props.year })}</Table.Th>
              <Table.Th ta="right">{t('column.balance')}</Table.Th>
              <Table.Th ta="right">{t('column.toCollect')}</Table.Th>
              <Table.Th ta="right">{t('overdue')}</Table.Th>
              <Table.Th ta="right">{t('column.toValidate')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {totals.byCurrency.map((sums) => (
              <CurrencyRows key={sums.currency} sums={sums} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {totals.incompleteCount > 0 && (
        <Text size="sm" c="var(--mantine-color-error)" p="xs" role="alert" data-testid="incomplete-totals">
          {t('incompleteTotals', { count: totals.incompleteCount })}
        </Text>
      )}
      {totals.withoutFiguresCount > 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {t('withoutFigures', { count: totals.withoutFiguresCount })}
        </Text>
      )}
    </Paper>
  );
}

function CurrencyRows({ sums }: { readonly sums: CurrencyTotals }): JSX.Element {
  const { t } = useTranslation('network');
  const [isOpen, { toggle }] = useDisclosure(false);
  const { currency } = sums;
  const name = t(`currency.${currency as 'EUR'}`, { defaultValue: currency });
  return (
    <>
      <Table.Tr data-testid={`network-total-${currency}`} fw={600}>
        <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
          <ActionIcon
            variant="subtle"
            size="sm"
            onClick={toggle}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'hideRegions' : 'showRegions', { currency: name })}
          >
            {isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
          </ActionIcon>{' '}
          {t('totalsOf', { currency: name })}
        </Table.Th>
        <SumCells sums={sums} currency={currency} />
      </Table.Tr>
      {isOpen &&
        sums.byRegion.map((region) => (
          <Table.Tr key={region.region}>
            <Table.Th scope="row" fw={400} pl={44}>
              {region.region === '' ? t('noRegion') : region.region}
            </Table.Th>
            <SumCells sums={region} currency={currency} />
          </Table.Tr>
        ))}
    </>
  );
}

function SumCells({ sums, currency }: { readonly sums: NetworkSums; readonly currency: string }): JSX.Element {
  const format = useFormat();
  const amounts = [sums.turnoverCents, sums.balanceCents, sums.toCollectCents, sums.overdueCents];
  return (
    <>
      <Table.Td ta="right">{sums.activityCount}</Table.Td>
      {amounts.map((amount, index) => (
        <Table.Td key={index} ta="right" className="figures">
          {format.money(amount, currency)}
        </Table.Td>
      ))}
      <Table.Td ta="right">{sums.toValidateCount}</Table.Td>
    </>
  );
}
