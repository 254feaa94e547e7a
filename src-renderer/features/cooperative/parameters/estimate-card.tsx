import { Button, Group, Paper, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ConfirmEstimateButton } from './confirm-estimate-button.tsx';

/** What stands in for months that nobody published, and the two ways to end that. */
export function EstimateCard(props: {
  readonly estimate: PayrollParameters;
  readonly onReplace: () => void;
}): JSX.Element {
  const { t } = useTranslation('parameters');
  const format = useFormat();
  const { estimate } = props;
  const months = { from: format.month(estimate.from), until: format.month(estimate.until) };
  return (
    <Paper withBorder p="md" data-testid="estimate">
      <Title order={2} size="h4">
        {t('estimateTitle', months)}
      </Title>
      <Text size="sm" mb="sm">
        {t('estimateText')}
      </Text>
      <Group gap="xs">
        <ConfirmEstimateButton estimate={estimate} />
        <Button size="sm" variant="default" onClick={props.onReplace}>
          {t('replace')}
        </Button>
      </Group>
    </Paper>
  );
}
