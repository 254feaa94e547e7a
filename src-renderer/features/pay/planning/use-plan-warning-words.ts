import { useTranslation } from 'react-i18next';
import type { PlanWarning } from '../../../../shared/planning/plan-warnings.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useJumpWords } from '../pieces/use-jump-words.ts';

/** Each warning in a sentence; months that share a sentence are named together. */
export function usePlanWarningWords(currency: string): (warnings: readonly PlanWarning[]) => string[] {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const jumpWords = useJumpWords();
  const wordsOf = (warning: PlanWarning): string => {
    switch (warning.kind) {
      case 'costJump':
        return jumpWords(warning.jump, warning.isPassed);
      case 'notPayable':
        return format.error(warning.error);
      case 'belowQuarter':
        return t('warning.belowQuarter', { amount: format.money(warning.amountCents, currency) });
      default:
        return t(`warning.${warning.kind}`, { amount: format.money(warning.amountCents, currency) });
    }
  };
  return (warnings) => {
    const months = new Map<string, string[]>();
    for (const warning of warnings) {
      const words = wordsOf(warning);
      months.set(words, [...(months.get(words) ?? []), format.month(warning.month)]);
    }
    return [...months].map(([words, names]) => t('inMonths', { months: names.join(', '), words }));
  };
}
