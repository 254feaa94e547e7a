import { Paper, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbroadPay } from '../../../../shared/pay/compute-abroad-pay.ts';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';

/** What a member abroad receives, with every line between the budget and it. */
export function AbroadResult(props: { readonly pay: AbroadPay; readonly account: ActivityAccount }): JSX.Element {
  const { t } = useTranslation('abroad');
  const format = useFormat();
  const { budgetMinor, lines, paidMinor, profile } = props.pay;
  const { balanceCents } = props.account;
  const money = (amountMinor: number): string => format.money(amountMinor, profile.currency);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" aria-live="polite">
        <div>
          <Text c="dimmed">{t('paid')}</Text>
          <Text size="2rem" fw={700} className="figures" data-testid="abroad-paid">
            {money(paidMinor)}
          </Text>
        </div>
        <ExplanationTable
          label={t('paid')}
          lines={[
            { label: t('budget'), amount: money(budgetMinor) },
            ...lines.map((line) => {
              const { label = line.code, source = '' } = profile.lines.find(({ code }) => code === line.code) ?? {};
              return {
                label,
                base: money(line.baseMinor),
                ...(line.ratePpm !== 0 && { rate: format.rate(line.ratePpm) }),
                amount: money(-line.amountMinor),
                rule: profile.version,
                source,
              };
            }),
            { label: t('paid'), amount: money(paidMinor) },
          ]}
        />
        <ExplanationTable
          label={t('stays')}
          lines={[
            { label: t('balance'), amount: money(balanceCents) },
            { label: t('budget'), amount: money(-budgetMinor) },
            { label: t('stays'), amount: money(balanceCents - budgetMinor) },
          ]}
        />
        <Text size="sm" c="dimmed">
          {t('profile', { version: profile.version, date: format.date(profile.from), source: profile.source })}{' '}
          {t('noEuro', { currency: profile.currency })}
        </Text>
      </Stack>
    </Paper>
  );
}
