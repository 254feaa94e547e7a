import { Alert, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listMissingNumbers } from '../../../../shared/billing/series-faults.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { listKeptInvoices } from '../../../data/conflicts/kept-invoices.ts';

/** Which numbers of a book's series no invoice has so far; nothing when there is none. No alarm: they may only be late. */
export function MissingNumbers(props: {
  readonly invoices: readonly RecordOf<'invoice'>[];
  readonly copies: readonly RecordOf<'conflictCopy'>[];
}): JSX.Element | null {
  const { t } = useTranslation('account');
  const { invoices, copies } = props;
  const missing = useMemo(() => listMissingNumbers([...invoices, ...listKeptInvoices(copies)]), [invoices, copies]);
  if (missing.length === 0) return null;
  return (
    <Alert color="blue" py={8} mb="sm" data-testid="missing-numbers">
      {missing.map(({ series, sequences, count }) => (
        <Text key={series} size="sm">
          {t('missingNumbers', { series, numbers: sequences.join(', ') })}
          {count > sequences.length && ` ${t('missingNumbersMore', { count: count - sequences.length })}`}
        </Text>
      ))}
      <Text size="sm">{t('missingNumbersHint')}</Text>
    </Alert>
  );
}
