import { useTranslation } from 'react-i18next';
import type { PassedThreshold } from '../../../../shared/planning/watched-thresholds.ts';
import { isMonth } from '../../../../shared/time/month.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** A watched limit that is passed in one or several periods, in words; of several the highest sum is named. */
export function usePassedWords(): (passed: readonly PassedThreshold[]) => string {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const periodName = (period: string): string => (isMonth(period) ? format.month(period) : period);
  return (passed) => {
    const [first] = passed;
    if (first === undefined) return '';
    const { label, measure, amountCents } = first.threshold;
    return t(passed.length === 1 ? 'passed' : 'passedMonths', {
      label,
      measure: t(`measure.${measure}`),
      period: passed.map(({ period }) => periodName(period)).join(', '),
      sum: format.money(Math.max(...passed.map(({ sumCents }) => sumCents))),
      limit: format.money(amountCents),
    });
  };
}
