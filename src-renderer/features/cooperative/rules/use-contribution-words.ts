import { useTranslation } from 'react-i18next';
import type { ContributionRule } from '../../../../shared/records/contribution-rule.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** A contribution rule in words: its rate, and everything else that is on. */
export function useContributionWords(): {
  readonly rate: (rule: ContributionRule) => string;
  readonly more: (rule: ContributionRule) => readonly string[];
} {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const tiersOf = (rule: ContributionRule): string =>
    (rule.tiers ?? [])
      .map(({ upToCents, ratePpm }) =>
        upToCents === undefined
          ? t('words.beyond', { rate: format.rate(ratePpm) })
          : t('words.upTo', { rate: format.rate(ratePpm), amount: format.money(upToCents) }),
      )
      .join(', ');
  return {
    rate: (rule) =>
      t(`words.${rule.base}`, { rate: rule.tiers === undefined ? format.rate(rule.ratePpm) : tiersOf(rule) }),
    more: (rule) =>
      [
        rule.tiers !== undefined && t(`tierMode.${rule.tierMode ?? 'marginal'}`),
        (rule.minimumCents ?? 0) > 0 &&
          t(`words.minimum.${rule.limitsPer ?? 'month'}`, { amount: format.money(rule.minimumCents ?? 0) }),
        rule.maximumCents !== undefined &&
          t(`words.maximum.${rule.limitsPer ?? 'month'}`, { amount: format.money(rule.maximumCents) }),
        (rule.monthlyFeeCents ?? 0) > 0 &&
          t('words.fee', {
            label: rule.monthlyFeeLabel ?? t('field.monthlyFeeCents'),
            amount: format.money(rule.monthlyFeeCents ?? 0),
          }),
        rule.givesBackFlaggedPurchases === true && t('words.givesBack'),
        rule.internalRatePpm !== undefined && t('words.internal', { rate: format.rate(rule.internalRatePpm) }),
      ].filter((words) => words !== false),
  };
}
