import { Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { entrepreneurName } from '../../../shared/network/network-row.ts';
import type { ActivitySettingsBody } from '../../../shared/records/activity-settings.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { StatementDetail } from '../../ui/statement-detail.tsx';
import { SheetFacts } from './sheet-facts.tsx';

/** A French pay: who, from what, every line, the account, the steps, the proof. */
export function SalarySheet(props: {
  readonly statement: RecordOf<'salaryStatement'>;
  readonly settings: ActivitySettingsBody | undefined;
}): JSX.Element {
  const { t } = useTranslation('payDocument');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const { statement, settings } = props;
  const { input, account, seal } = statement.body;
  const minutes = String(input.weeklyMinutes % 60).padStart(2, '0');
  const hours = t('hoursAWeek', { hours: Math.floor(input.weeklyMinutes / 60), minutes });
  return (
    <Stack gap="sm">
      <SheetFacts
        label={t('person')}
        facts={[
          [t('person'), settings === undefined ? statement.createdBy.user : entrepreneurName(settings)],
          [t('activity'), settings?.name ?? ''],
          [t('month'), format.month(input.period)],
          [t('state'), tPay(`status.${statement.status as 'paid'}`, { defaultValue: statement.status })],
        ]}
      />
      <Title order={2} size="h6">
        {t('inputs')}
      </Title>
      <SheetFacts
        label={t('inputs')}
        facts={[
          [t('contract'), `${hours}, ${t(input.isCadre ? 'cadre' : 'nonCadre')}`],
          [t('headcount'), String(input.headcount)],
          [t('atmp'), format.rate(input.atmpRatePpm)],
          [t('cover'), `${format.money(input.mutuelleCents)}, ${format.rate(input.mutuelleEmployerSharePpm)}`],
          [t('transport'), format.rate(input.transportRatePpm)],
        ]}
      />
      <StatementDetail statement={statement} />
      <Title order={2} size="h6">
        {t('account')}
      </Title>
      <SheetFacts
        label={t('account')}
        facts={[
          [t('balance'), format.money(account.balanceCents)],
          [t('available'), format.money(account.availableCents)],
          [t('residue'), format.money(account.residueCents)],
        ]}
      />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('seal', { seal })}
      </Text>
    </Stack>
  );
}
