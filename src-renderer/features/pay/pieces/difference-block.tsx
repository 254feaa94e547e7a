import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import type { ParameterDifference } from '../../../../shared/pay/parameter-difference.ts';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';
import { differenceLines } from './explained-statement.ts';
import { useStatementWords } from './statement-words.ts';

/** What a pay settles of provisional pays before it, month by month and by side. */
export function DifferenceBlock({ difference }: { readonly difference: ParameterDifference }): JSX.Element {
  const words = useStatementWords();
  const { pay: t, format } = words;
  const months = difference.months.map(({ month }) => format.month(month)).join(', ');
  return (
    <div data-testid="parameter-difference">
      <Title order={3} size="h6">
        {t('parameterDifference')}
      </Title>
      <Text size="sm">{t('parameterDifference.months', { months })}</Text>
      <ExplanationTable label={t('parameterDifference')} lines={differenceLines(difference, words)} />
    </div>
  );
}
