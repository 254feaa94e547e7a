import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { OtherCurrencyNote } from '../../books/pieces/other-currency-note.tsx';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';
import { FigureCard, FigureGrid } from '../../../ui/figure-card.tsx';
import { isOnPayroll } from '../../../../shared/contract/contract-in.ts';

/** The main figures of a member's book. */
export function BookFigures(props: {
  readonly figures: ActivityFigures;
  readonly row: NetworkRow;
  readonly year: string;
}): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tAccount } = useTranslation('account');
  const format = useFormat();
  const { account, settings, toCollectCents, overdueCents, otherCurrencyDueCount } = props.figures;
  const { currency, contract } = settings.body;
  const money = (amountMinor: number): string => format.money(amountMinor, currency);
  const availableLabel = t(isOnPayroll(contract) ? 'available' : 'aboveReserve');
  return (
    <FigureGrid>
      <FigureCard
        label={t('balance')}
        figure={money(account.balanceCents)}
        testId="balance"
        isNegative={account.balanceCents < 0}
      >
        <OtherCurrencyNote of="account" count={account.otherCurrencyCount} />
      </FigureCard>
      <FigureCard
        label={availableLabel}
        figure={money(account.availableCents)}
        testId="available"
        detail={
          <ExplanationTable
            label={availableLabel}
            lines={[
              { label: tAccount('balance'), amount: money(account.balanceCents) },
              {
                label: tAccount('reserve'),
                amount: money(account.reserveTargetCents === 0 ? 0 : -account.reserveTargetCents),
              },
              { label: availableLabel, amount: money(account.availableCents) },
            ]}
          />
        }
      >
        {!isOnPayroll(contract) && (
          <Text size="xs" c="dimmed">
            {t(contract.kind === 'cape' ? 'capeHint' : 'abroadHint')}
          </Text>
        )}
      </FigureCard>
      <FigureCard label={t('toCollect')} figure={money(toCollectCents)} testId="to-collect">
        <Text size="xs" c={overdueCents > 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
          {overdueCents > 0 ? t('ofWhichOverdue', { amount: money(overdueCents) }) : t('overdueNone')}
        </Text>
        <OtherCurrencyNote of="due" count={otherCurrencyDueCount} />
      </FigureCard>
      <FigureCard
        label={t('turnover', { year: props.year })}
        figure={money(props.row.amounts?.turnoverCents ?? 0)}
        testId="turnover"
      />
    </FigureGrid>
  );
}
