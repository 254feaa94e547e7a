import { Paper, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { contractsOf } from '../../../shared/activity/contract-in.ts';
import type { ActivitySettingsBody } from '../../../shared/records/activity-settings.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** All contracts of the activity, oldest first. */
export function ContractsCard({ settings }: { readonly settings: ActivitySettingsBody }): JSX.Element {
  const { t } = useTranslation('contract');
  const format = useFormat();
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {t('contracts')}
      </Title>
      <Table.ScrollContainer minWidth={560} tabIndex={0} aria-label={t('contracts')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kind')}</Table.Th>
              <Table.Th>{t('from')}</Table.Th>
              <Table.Th>{t('until')}</Table.Th>
              <Table.Th ta="right">{t('weeklyHours')}</Table.Th>
              <Table.Th ta="right">{t('fixedPart')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {contractsOf(settings).map((contract) => (
              <Table.Tr key={contract.startDate}>
                <Table.Td>
                  {t(`kind.${contract.kind}`)}
                  {contract.isAssociate === true && `, ${t('associate')}`}
                </Table.Td>
                <Table.Td>{format.date(contract.startDate)}</Table.Td>
                <Table.Td>{contract.endDate === undefined ? t('open') : format.date(contract.endDate)}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {t('hours', {
                    hours: Math.floor(contract.weeklyMinutes / 60),
                    minutes: String(contract.weeklyMinutes % 60).padStart(2, '0'),
                  })}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {contract.fixedGrossCents === undefined ? '' : format.money(contract.fixedGrossCents)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" mt="xs">
        {t('reserve')}{' '}
        <strong className="figures">{format.money(settings.reserveTargetCents, settings.currency)}</strong>
      </Text>
    </Paper>
  );
}
