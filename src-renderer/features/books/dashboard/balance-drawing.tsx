import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountMonth } from '../../../../shared/ledger/activity-account.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { shortenMonth } from '../../../ui/shorten-month.ts';

/** The bars of the balance. Loaded on its own because of the chart library. */
export function BalanceDrawing(props: {
  readonly months: readonly AccountMonth[];
  readonly currency: string;
  readonly height: number;
}): JSX.Element {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const money = (value: number): string => format.money(value, props.currency);
  // A bar starts at zero, also when every month ends below it.
  const isBelowZero = props.months.every(({ closingCents }) => closingCents < 0);
  return (
    <BarChart
      h={props.height}
      data={props.months.map(({ month, closingCents }) => ({ month: shortenMonth(month), closingCents }))}
      dataKey="month"
      series={[{ name: 'closingCents', label: t('balance'), color: 'field.5' }]}
      valueFormatter={money}
      tickLine="none"
      gridAxis="x"
      accessibilityLayer={false}
      xAxisProps={{ interval: 'equidistantPreserveStart' }}
      yAxisProps={{
        width: 92,
        domain: isBelowZero ? ['auto', 0] : [0, 'auto'],
        tickFormatter: (value: number) => money(value).replace(/[,.]00(?=\D|$)/, ''),
      }}
      barProps={{ isAnimationActive: false }}
    />
  );
}
