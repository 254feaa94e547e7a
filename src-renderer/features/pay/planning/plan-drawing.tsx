import '@mantine/charts/styles.css';
import { CompositeChart } from '@mantine/charts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { shortenMonth } from '../../../ui/shorten-month.ts';
import type { ComputedScenario } from './computed-scenario.ts';

/** Colours of the first and of the second scenario; lines and bars differ in form as well. */
const COLOURS = [
  { cost: 'field.3', net: 'field.6', balance: 'var(--mantine-color-text)' },
  { cost: 'orange.3', net: 'orange.6', balance: 'orange.8' },
] as const;

/** The chart itself. Loaded on its own because of the chart library. */
export function PlanDrawing(props: {
  readonly shown: readonly ComputedScenario[];
  readonly currency: string;
  readonly height: number;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { shown, currency } = props;
  const money = (value: number): string => format.money(value, currency);
  const months = shown[0]?.plan.months ?? [];
  const data = months.map(({ month }, row) => ({
    month: shortenMonth(month),
    ...Object.fromEntries(
      shown.flatMap(({ plan }, index) => {
        const planned = plan.months[row];
        return [
          [`cost${String(index)}`, planned?.employerCostCents ?? 0],
          [`net${String(index)}`, planned?.netCents ?? 0],
          [`balance${String(index)}`, planned?.closingCents ?? 0],
        ];
      }),
    ),
  }));
  const series = shown.flatMap(({ scenario }, index) => {
    const colour = COLOURS[index] ?? COLOURS[0];
    const labelled = (label: string): string => (shown.length > 1 ? `${scenario.name} : ${label}` : label);
    return [
      { name: `cost${String(index)}`, label: labelled(t('column.cost')), color: colour.cost, type: 'bar' as const },
      { name: `net${String(index)}`, label: labelled(t('column.net')), color: colour.net, type: 'bar' as const },
      {
        name: `balance${String(index)}`,
        label: labelled(t('column.closing')),
        color: colour.balance,
        type: 'line' as const,
        ...(index > 0 && { strokeDasharray: '6 4' }),
      },
    ];
  });
  return (
    <CompositeChart
      h={props.height}
      data={data}
      dataKey="month"
      series={series}
      valueFormatter={money}
      curveType="linear"
      withLegend
      legendProps={{ position: 'bottom' }}
      tickLine="none"
      gridAxis="x"
      accessibilityLayer={false}
      referenceLines={[{ y: 0, color: 'gray.6' }]}
      xAxisProps={{ interval: 'equidistantPreserveStart' }}
      yAxisProps={{ width: 92, tickFormatter: (value: number) => money(value).replace(/[,.]00(?=\D|$)/, '') }}
      barProps={{ isAnimationActive: false }}
      lineProps={{ isAnimationActive: false }}
    />
  );
}
