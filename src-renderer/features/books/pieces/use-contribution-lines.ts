import { useTranslation } from 'react-i18next';
import type { MonthContribution } from '../../../../shared/contribution/compute-contribution.ts';
import type { ContributionPart } from '../../../../shared/contribution/contribution-part.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';

/** Every line of a month's contribution, as what it takes from the account. */
export function useContributionLines(): (contribution: MonthContribution, currency: string) => ExplanationLine[] {
  const { t } = useTranslation('account');
  const format = useFormat();
  return ({ lines, base, ruleVersion, ruleFrom, source }, currency) => {
    const money = (amountMinor: number): string => format.money(amountMinor === 0 ? 0 : amountMinor, currency);
    const nameOf = ({ code, label, alreadyCents = 0 }: ContributionPart): string => {
      const name = code === 'rate' ? t(`contributionOn.${base}`) : (label ?? t(`contributionPart.${code}`));
      return alreadyCents === 0 ? name : `${name} (${t('contributionAlready', { amount: money(alreadyCents) })})`;
    };
    return lines.map((line) => ({
      label: nameOf(line),
      ...(line.ratePpm !== 0 && { base: money(line.baseCents), rate: format.rate(line.ratePpm) }),
      amount: money(-line.amountCents),
      rule: t('ruleSince', { version: ruleVersion, date: format.date(ruleFrom) }),
      source,
    }));
  };
}
