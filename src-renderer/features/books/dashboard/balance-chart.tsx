import { Button, Group, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX } from 'react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountMonth, ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DashboardCard } from './dashboard-card.tsx';

const MONTHS_SHOWN = 12;
const HEIGHT = 240;

// The chart library is larger than the rest of the screen: nobody waits for it.
const Drawing = lazy(() => import('./balance-drawing.tsx').then((module) => ({ default: module.BalanceDrawing })));

/** Balance at the end of each of the last twelve months: a drawing, and the same as a table. */
export function BalanceChart(props: { readonly account: ActivityAccount; readonly currency: string }): JSX.Element {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const [isTable, { toggle }] = useDisclosure(false);
  const { account, currency } = props;
  const months = account.months.slice(-MONTHS_SHOWN);
  const [first] = months;
  const last = months.at(-1);
  return (
    <DashboardCard title={t('chart')}>
      {isTable || first === undefined || last === undefined ? (
        <BalanceTable months={months} currency={currency} />
      ) : (
        <>
          <VisuallyHidden>
            {t('chartSummary', {
              first: format.month(first.month),
              firstAmount: format.money(first.closingCents, currency),
              last: format.month(last.month),
              lastAmount: format.money(last.closingCents, currency),
            })}
          </VisuallyHidden>
          <div aria-hidden="true" data-testid="balance-chart">
            <Suspense fallback={<Skeleton height={HEIGHT} />}>
              <Drawing months={months} currency={currency} height={HEIGHT} />
            </Suspense>
          </div>
        </>
      )}
      <Group>
        <Button variant="subtle" size="compact-xs" onClick={toggle} aria-pressed={isTable}>
          {t(isTable ? 'chartAsDrawing' : 'chartAsTable')}
        </Button>
      </Group>
    </DashboardCard>
  );
}

function BalanceTable(props: { readonly months: readonly AccountMonth[]; readonly currency: string }): JSX.Element {
  const { t } = useTranslation('dashboard');
  const { t: tAccount } = useTranslation('account');
  const format = useFormat();
  return (
    <Table fz="sm" verticalSpacing={2} aria-label={t('chart')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{tAccount('month')}</Table.Th>
          <Table.Th ta="right">{t('balance')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.months.map(({ month, closingCents }) => (
          <Table.Tr key={month}>
            <Table.Td>{format.month(month)}</Table.Td>
            <Table.Td ta="right" className="figures">
              {format.money(closingCents, props.currency)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
