import { Divider, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { GridEditor } from './grid-editor.tsx';
import { latestFirst } from './latest-first.ts';
import { PayDayEditor } from './pay-day-editor.tsx';
import { RuleSection } from './rule-section.tsx';
import { useSaveList } from './use-save-list.ts';

/** What stands between net pay and the bank account: the grids of the neutral rate, and the day on which pays leave. */
export function NetPaySection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const { t: tTax } = useTranslation('withholding');
  const format = useFormat();
  const { cooperative } = props;
  const saveGrid = useSaveList(cooperative, 'netPay', 'withholdingGrids');
  const savePayDay = useSaveList(cooperative, 'netPay', 'payDays');
  return (
    <Stack gap="lg">
      <RuleSection
        title={t('payDays.title')}
        hint={t('payDays.hint')}
        addLabel={t('payDays.add')}
        testId="pay-days"
        minWidth={420}
        items={latestFirst(cooperative.body.payDays)}
        nameOf={({ from }) => format.date(from)}
        columns={[
          { label: t('field.from'), cell: ({ from }) => format.date(from) },
          {
            label: t('field.day'),
            cell: ({ day, isNextMonth }) => t(isNextMonth ? 'payDay.next' : 'payDay.same', { day }),
          },
        ]}
        editor={(payDay, onDone) => (
          <PayDayEditor key={payDay?.from ?? ''} cooperative={cooperative} payDay={payDay} onDone={onDone} />
        )}
        onRemove={(payDay) => savePayDay(payDay, undefined)}
      />
      <Divider />
      <RuleSection
        title={t('netPay.title')}
        hint={t('netPay.hint')}
        addLabel={t('netPay.add')}
        testId="withholding-grids"
        items={latestFirst(cooperative.body.withholdingGrids)}
        nameOf={({ from, territory }) => `${tTax(`territory.${territory}`)}, ${format.date(from)}`}
        columns={[
          { label: t('netPay.territory'), cell: ({ territory }) => tTax(`territory.${territory}`) },
          { label: t('field.from'), cell: ({ from }) => format.date(from) },
          { label: t('netPay.lastDay'), cell: ({ until }) => format.date(until) },
          {
            label: t('netPay.brackets'),
            cell: ({ brackets }) =>
              t('netPay.bracketCount', {
                count: brackets.length,
                first: format.rate(brackets[0]?.ratePpm ?? 0),
                last: format.rate(brackets.at(-1)?.ratePpm ?? 0),
              }),
          },
          { label: t('field.source'), cell: ({ source }) => source },
        ]}
        editor={(grid, onDone) => (
          <GridEditor
            key={grid === undefined ? '' : `${grid.territory} ${grid.from}`}
            cooperative={cooperative}
            grid={grid}
            onDone={onDone}
          />
        )}
        onRemove={(grid) => saveGrid(grid, undefined)}
      />
    </Stack>
  );
}
