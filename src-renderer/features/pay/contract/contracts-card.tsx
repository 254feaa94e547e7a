import { Paper, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { contractsOf } from '../../../../shared/contract/contract-in.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ContractTable } from '../pieces/contract-table.tsx';

/** All contracts of the activity, oldest first. */
export function ContractsCard({ settings }: { readonly settings: ActivitySettingsBody }): JSX.Element {
  const { t } = useTranslation('contract');
  const format = useFormat();
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {t('contracts')}
      </Title>
      <ContractTable contracts={contractsOf(settings)} />
      <Text size="sm" mt="xs">
        {t('reserve')}{' '}
        <strong className="figures">{format.money(settings.reserveTargetCents, settings.currency)}</strong>
      </Text>
    </Paper>
  );
}
