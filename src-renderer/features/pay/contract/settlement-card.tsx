import { NativeSelect, Paper, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPayCounted } from '../../../../shared/pay/counted-pay.ts';
import { settleFiscalYear } from '../../../../shared/ledger/fiscal-settlement.ts';
import { fiscalYearOf } from '../../../../shared/time/fiscal-year.ts';
import { fixedPartCostOf } from '../../../../shared/pay/fixed-part.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { addMonths, monthOf } from '../../../../shared/time/month.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { usePayContext } from '../pieces/use-pay-context.ts';
import { ExplainedFigure, ExplanationTable } from '../../../ui/explained-figure.tsx';

/** The settlement of the variable part of a CESA for the running fiscal year or the one before. */
export function SettlementCard(props: {
  readonly figures: ActivityFigures;
  readonly cooperative: CooperativeSettings;
}): JSX.Element {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const { account, settings } = props.figures;
  const { statements, versions } = usePayContext(props.figures);
  const current = fiscalYearOf(monthOf(account.asOf), props.cooperative.fiscalYearStartMonth ?? 1);
  const [year, setYear] = useState(current);
  const meeting = props.cooperative.generalMeetings?.find(({ fiscalYear }) => fiscalYear === year);
  const settlement = settleFiscalYear(
    year,
    account.months,
    statements.filter(isPayCounted),
    (pay) => fixedPartCostOf(pay, settings.body, versions),
    meeting?.date,
  );
  const { balanceCents, parts, latestDate, meetingDate } = settlement;
  const nameOf = (first: string): { from: string; until: string } => ({
    from: format.month(first),
    until: format.month(addMonths(first, 11)),
  });
  return (
    <Paper withBorder p="md" data-testid="settlement">
      <Title order={2} size="h4">
        {t('settlement', nameOf(year))}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('settlementHint')}
      </Text>
      <NativeSelect
        maw={320}
        mb="sm"
        aria-label={t('settlement', nameOf(year))}
        value={year}
        onChange={(event) => {
          setYear(event.currentTarget.value);
        }}
        data={[current, addMonths(current, -12)].map((first) => {
          const { from, until } = nameOf(first);
          return { value: first, label: `${from} – ${until}` };
        })}
      />
      <ExplainedFigure
        label={t('fixedCost')}
        lines={parts.flatMap(({ period, fixedCostCents, advanceCostCents }) => [
          { label: `${t('fixedCost')}, ${format.month(period)}`, amount: format.money(fixedCostCents) },
          { label: `${t('advances')}, ${format.month(period)}`, amount: format.money(advanceCostCents) },
        ])}
      >
        <ExplanationTable
          label={t('settlement', nameOf(year))}
          lines={[
            { label: t('margin'), amount: format.money(settlement.marginCents) },
            { label: t('fixedCost'), amount: format.money(-settlement.fixedCostCents) },
            { label: t('due'), amount: format.money(settlement.dueCents), source: t('settlementSource') },
            { label: t('advances'), amount: format.money(-settlement.advanceCostCents) },
            { label: t(balanceCents < 0 ? 'overpaid' : 'toSettle'), amount: format.money(balanceCents) },
          ]}
        />
      </ExplainedFigure>
      <Text size="sm" mt="xs">
        {meetingDate === undefined || latestDate === undefined
          ? t('noMeeting')
          : t('settleBy', { meeting: format.date(meetingDate), latest: format.date(latestDate) })}
      </Text>
    </Paper>
  );
}
