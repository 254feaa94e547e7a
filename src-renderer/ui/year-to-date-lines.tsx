import { Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { YearToDate } from '../../shared/salary/year-to-date.ts';
import { useFormat } from '../i18n/use-format.ts';
import { ExplanationTable } from './explained-figure.tsx';

/** The months of the year before a pay, with which its ceilings and the general reduction are regularised. */
export function YearToDateLines({ year }: { readonly year: YearToDate }): JSX.Element {
  const { t } = useTranslation('payDocument');
  const format = useFormat();
  return (
    <div>
      <Title order={3} size="h6">
        {t('year')}
      </Title>
      <ExplanationTable
        label={t('year')}
        lines={[
          { label: t('yearMonths'), amount: String(year.months) },
          { label: t('yearGross'), amount: format.money(year.grossCents) },
          { label: t('yearReduction'), amount: format.money(year.reductionCents) },
        ]}
      />
    </div>
  );
}
