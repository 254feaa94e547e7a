import { Anchor, Badge, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useVerdict } from '../../../data/verdicts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { VerdictDifferences } from '../../cooperative/pieces/verdict-differences.tsx';
import { VerdictBadge } from '../../cooperative/pieces/verdict-mark.tsx';
import { DashboardCard } from './dashboard-card.tsx';

/** The last pay that was asked, and whether the server finds the same figures. */
export function LastPayCard(): JSX.Element {
  const { t } = useTranslation('dashboard');
  const { store } = useSession();
  const last = useRecords(store.book, 'salaryStatement').findLast(({ status }) => status !== 'cancelled');
  return (
    <DashboardCard title={t('lastPay')}>
      {last === undefined ? <Text size="sm">{t('noPayYet')}</Text> : <LastPay statement={last} />}
      <Anchor href="#/pay" size="sm">
        {t(last === undefined ? 'askPay' : 'allPays')}
      </Anchor>
    </DashboardCard>
  );
}

function LastPay({ statement }: { readonly statement: RecordOf<'salaryStatement'> }): JSX.Element {
  const { t } = useTranslation('dashboard');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const { store } = useSession();
  const verdict = useVerdict(store.book, statement.id);
  const { input, totals } = statement.body;
  const words =
    verdict === undefined ? 'verdictNone' : verdict.status === 'verified' ? 'verdictVerified' : 'verdictMismatch';
  return (
    <div data-testid="last-pay">
      <Group gap="xs">
        <Text fw={600}>{t('lastPayOf', { month: format.month(input.period) })}</Text>
        <Badge variant="light" color="gray" tt="none">
          {tPay(`status.${statement.status as 'paid'}`, { defaultValue: statement.status })}
        </Badge>
        <VerdictBadge verdict={verdict} />
      </Group>
      <Group gap="lg" my={4}>
        <Amount label={t('lastPayNet')} amount={format.money(totals.netBeforeTaxCents)} />
        <Amount label={t('lastPayCost')} amount={format.money(totals.totalCostCents)} />
      </Group>
      <Text size="sm" {...(verdict?.status === 'mismatch' ? { role: 'alert' } : { c: 'dimmed' })}>
        {t(words)}
      </Text>
      {verdict?.status === 'mismatch' && <VerdictDifferences verdict={verdict} currency="EUR" />}
    </div>
  );
}

function Amount(props: { readonly label: string; readonly amount: string }): JSX.Element {
  return (
    <Text size="sm">
      {props.label}{' '}
      <Text span fw={600} className="figures">
        {props.amount}
      </Text>
    </Text>
  );
}
