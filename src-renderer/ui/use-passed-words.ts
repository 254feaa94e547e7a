import { useTranslation } from 'react-i18next';
import type { PassedThreshold } from '../../shared/planning/watched-thresholds.ts';
import { isMonth } from '../../shared/time/month.ts';
import { useFormat } from '../i18n/use-format.ts';

/** A watched limit that is passed, in words. */
export function usePassedWords(): (passed: PassedThreshold) => string {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  return ({ threshold, period, sumCents }) =>
    t('passed', {
      label: threshold.label,
      measure: t(`measure.${threshold.measure}`),
      period: isMonth(period) ? format.month(period) : period,
      sum: format.money(sumCents),
      limit: format.money(threshold.amountCents),
    });
}
