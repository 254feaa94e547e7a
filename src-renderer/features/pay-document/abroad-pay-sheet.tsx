import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { entrepreneurName } from '../../../shared/network/network-row.ts';
import type { ActivitySettingsBody } from '../../../shared/records/activity-settings.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ExplanationTable } from '../../ui/explained-figure.tsx';
import { PayHistory } from '../../ui/pay-history.tsx';
import { SheetFacts } from './sheet-facts.tsx';

/** A pay outside the French payroll, in the member's own currency. */
export function AbroadPaySheet(props: {
  readonly pay: RecordOf<'abroadPay'>;
  readonly settings: ActivitySettingsBody | undefined;
}): JSX.Element {
  const { t } = useTranslation('payDocument');
  const { t: tAbroad } = useTranslation('abroad');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const { pay, settings } = props;
  const { input, lines, currency, paidMinor, account, computation, history, seal } = pay.body;
  const { profile } = input;
  const money = (amountMinor: number): string => format.money(amountMinor, currency);
  return (
    <Stack gap="sm">
      <SheetFacts
        label={t('person')}
        facts={[
          [t('person'), settings === undefined ? pay.createdBy.user : entrepreneurName(settings)],
          [t('activity'), settings?.name ?? ''],
          [t('month'), format.month(input.period)],
          [t('state'), tPay(`status.${pay.status as 'paid'}`, { defaultValue: pay.status })],
          [t('balance'), money(account.balanceMinor)],
          [t('available'), money(account.availableMinor)],
        ]}
      />
      <ExplanationTable
        label={tAbroad('paid')}
        lines={[
          { label: tAbroad('budget'), amount: money(input.budgetMinor) },
          ...lines.map((line) => {
            const known = profile.lines.find(({ code }) => code === line.code);
            return {
              label: known?.label ?? line.code,
              base: money(line.baseMinor),
              ...(line.ratePpm !== 0 && { rate: format.rate(line.ratePpm) }),
              amount: money(-line.amountMinor),
              rule: profile.version,
              source: known?.source ?? '',
            };
          }),
          { label: tAbroad('paid'), amount: money(paidMinor) },
        ]}
      />
      <PayHistory history={history} />
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('proof', { version: computation.ruleVersion, digest: computation.resultDigest })} {t('seal', { seal })}
      </Text>
    </Stack>
  );
}
