import { useTranslation } from 'react-i18next';
import type { AccountMonth } from '../../../../shared/ledger/activity-account.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useContributionLines } from './use-contribution-lines.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';

/** The lines from turnover to margin of one month of the activity account, and what was paid out of it. */
export function useMonthLines(): (month: AccountMonth, currency: string) => ExplanationLine[] {
  const { t } = useTranslation('account');
  const format = useFormat();
  const contributionLines = useContributionLines();
  return (month, currency) => {
    const money = (amountMinor: number): string => format.money(amountMinor === 0 ? 0 : amountMinor, currency);
    const { contribution } = month;
    return [
      { label: t('collected'), amount: money(month.collectedCents) },
      { label: t('otherIncome'), amount: money(month.otherIncomeCents) },
      { label: t('charges'), amount: money(-month.chargesCents) },
      ...contributionLines(contribution, currency),
      { label: t('margin'), amount: money(month.marginCents) },
      { label: t('employerCost'), amount: money(-month.employerCostCents) },
    ];
  };
}
