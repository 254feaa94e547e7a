import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { AccountMonths } from '../pieces/account-months.tsx';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';
import { FigureCard, FigureGrid } from '../../../ui/figure-card.tsx';
import { OtherCurrencyNote } from '../pieces/other-currency-note.tsx';
import { useMonthLines } from '../pieces/use-month-lines.ts';
import { ReceivablesTable } from './receivables-table.tsx';
import { isOnPayroll } from '../../../../shared/contract/contract-in.ts';

/** The four main figures of the activity, each unfolding to its lines. */
export function AccountFigures({ figures }: { readonly figures: ActivityFigures }): JSX.Element {
  const { t } = useTranslation('dashboard');
  const { t: tAccount } = useTranslation('account');
  const format = useFormat();
  const toMonthLines = useMonthLines();
  const { account, settings, toCollectCents, overdueCents, otherCurrencyDueCount, receivables } = figures;
  const { currency, contract } = settings.body;
  const money = (amountMinor: number): string => format.money(amountMinor, currency);
  const month = account.months.at(-1);
  const isPaid = isOnPayroll(contract);
  return (
    <FigureGrid>
      <FigureCard
        label={t('balance')}
        figure={money(account.balanceCents)}
        testId="balance"
        isNegative={account.balanceCents < 0}
        detail={<AccountMonths account={account} currency={currency} />}
      >
        <Small text={t('asOf', { date: format.date(account.asOf) })} />
        <OtherCurrencyNote of="account" count={account.otherCurrencyCount} />
      </FigureCard>
      <FigureCard
        label={t(isPaid ? 'available' : 'aboveReserve')}
        figure={money(account.availableCents)}
        testId="available"
        detail={
          <>
            <ExplanationTable
              label={t(isPaid ? 'available' : 'aboveReserve')}
              lines={[
                { label: tAccount('balance'), amount: money(account.balanceCents) },
                {
                  label: tAccount('reserve'),
                  amount: money(account.reserveTargetCents === 0 ? 0 : -account.reserveTargetCents),
                },
                { label: t(isPaid ? 'available' : 'aboveReserve'), amount: money(account.availableCents) },
              ]}
            />
            <AccountMonths account={account} currency={currency} />
          </>
        }
      >
        <Small text={t(isPaid ? 'availableHint' : contract.kind === 'cape' ? 'capeHint' : 'abroadHint')} />
      </FigureCard>
      <FigureCard
        label={t('toCollect')}
        figure={money(toCollectCents)}
        testId="to-collect"
        detail={<ReceivablesTable receivables={receivables} currency={currency} />}
      >
        <Small
          isAlarming={overdueCents > 0}
          text={overdueCents > 0 ? t('overdueSome', { amount: money(overdueCents) }) : t('overdueNone')}
        />
        <OtherCurrencyNote of="due" count={otherCurrencyDueCount} />
      </FigureCard>
      {month !== undefined && (
        <FigureCard
          label={t('monthMargin', { month: format.month(month.month) })}
          figure={money(month.marginCents)}
          testId="month-margin"
          isNegative={month.marginCents < 0}
          detail={
            <ExplanationTable
              label={t('monthMargin', { month: format.month(month.month) })}
              // Without the last line: pay comes after the margin.
              lines={toMonthLines(month, currency).slice(0, -1)}
            />
          }
        >
          <Small text={t('monthHint')} />
        </FigureCard>
      )}
    </FigureGrid>
  );
}

function Small(props: { readonly text: string; readonly isAlarming?: boolean }): JSX.Element {
  return (
    <Text size="xs" c={props.isAlarming === true ? 'var(--mantine-color-error)' : 'dimmed'}>
      {props.text}
    </Text>
  );
}
