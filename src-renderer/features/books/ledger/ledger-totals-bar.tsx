import { Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ExplainedFigure } from '../../../ui/explained-figure.tsx';

/** Sums of what is shown, unfolding to the sums by category. */
export function LedgerTotalsBar(props: {
  readonly totals: LedgerTotals;
  readonly currency: string;
  readonly isComplete: boolean;
}): JSX.Element {
  const { totals, currency } = props;
  const { t } = useTranslation('ledger');
  const { t: tKinds } = useTranslation('ledgerKinds');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const figures = [
    ['moneyIn', t('moneyIn'), totals.inCents],
    ['moneyOut', t('moneyOut'), totals.outCents],
    ['vat', tCommon('vat'), totals.vatCents],
    ['net', t('netOnAccount'), totals.netCents],
  ] as const;
  return (
    <div>
      <ExplainedFigure
        label={t('totalsDetail')}
        lines={totals.byKind.map((sums) => ({
          label: `${tKinds(sums.kind)} (${String(sums.count)})`,
          base: format.money(sums.inCents + sums.outCents, currency),
          amount: format.money(sums.netCents, currency),
        }))}
      >
        <Group gap="lg" style={{ rowGap: 2 }} role="group" aria-label={t('totalsDetail')}>
          <Text size="sm" fw={600} role="status" data-testid="ledger-count" data-count={totals.count}>
            {t('shown', { count: totals.count })}
          </Text>
          {figures.map(([name, label, cents]) => (
            <Text size="sm" key={name} className="figures">
              <Text span size="sm" c="dimmed">
                {label}{' '}
              </Text>
              <strong data-testid={`ledger-total-${name}`}>{format.money(cents, currency)}</strong>
            </Text>
          ))}
        </Group>
      </ExplainedFigure>
      {totals.otherCurrencyCount > 0 && (
        <Text size="sm" c="dimmed">
          {t('otherCurrency', { count: totals.otherCurrencyCount })}
        </Text>
      )}
      {!props.isComplete && (
        <Text size="sm" c="dimmed" role="status" data-testid="ledger-reading">
          {t('readingOlder')}
        </Text>
      )}
    </div>
  );
}
