import { Anchor, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { readDifference } from '../../../../shared/network/verdict-difference.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useVerdict } from '../../../data/verdicts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { VerdictDifferences } from '../../cooperative/pieces/verdict-differences.tsx';
import { VerdictBadge } from '../../cooperative/pieces/verdict-mark.tsx';
import { PayStatusBadge } from '../../pay/pieces/pay-status-badge.tsx';
import { NamedAmount } from '../../../ui/named-amount.tsx';
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
  const format = useFormat();
  const { store } = useSession();
  const verdict = useVerdict(store.book, statement.id);
  const { input, totals } = statement.body;
  const words =
    verdict === undefined ? 'verdictNone' : verdict.status === 'verified' ? 'verdictVerified' : mismatchOf(verdict);
  return (
    <div data-testid="last-pay">
      <Group gap="xs">
        <Text fw={600}>{t('lastPayOf', { month: format.month(input.period) })}</Text>
        <PayStatusBadge pay={statement} color="gray" />
        <VerdictBadge verdict={verdict} />
      </Group>
      <Group gap="lg" my={4}>
        <NamedAmount label={t('lastPayNet')} amount={format.money(totals.netBeforeTaxCents)} />
        <NamedAmount label={t('lastPayCost')} amount={format.money(totals.totalCostCents)} />
      </Group>
      <Text size="sm" {...(verdict?.status === 'mismatch' ? { role: 'alert' } : { c: 'dimmed' })}>
        {t(words)}
      </Text>
      {verdict?.status === 'mismatch' && <VerdictDifferences verdict={verdict} currency="EUR" />}
    </div>
  );
}

/** Figures by rules that were replaced since are no wrong ones. */
function mismatchOf({ body }: RecordOf<'verdict'>): 'verdictMismatch' | 'verdictOtherRules' {
  const isReplaced = body.differences.some((one) => readDifference(one).subject.kind === 'ruleVersion');
  return isReplaced ? 'verdictOtherRules' : 'verdictMismatch';
}
