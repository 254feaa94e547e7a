import { useTranslation } from 'react-i18next';
import type { BenefitStep } from '../../../../shared/records/benefit.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** A step of a benefit in words: what it gives, and what it asks. */
export function useBenefitWords(): {
  readonly given: (step: BenefitStep) => string;
  readonly asked: (step: BenefitStep) => string;
} {
  const { t } = useTranslation('contract');
  const format = useFormat();
  return {
    given: (step) =>
      [
        step.employerCents > 0 && t('give.employer', { amount: format.money(step.employerCents) }),
        step.employeeCents > 0 && t('give.employee', { amount: format.money(step.employeeCents) }),
        step.sharePpm !== undefined && t('give.share', { rate: format.rate(step.sharePpm) }),
        step.grossRatePpm > 0 && t('give.leave', { rate: format.rate(step.grossRatePpm) }),
      ]
        .filter((part) => part !== false)
        .join(', '),
    asked: (step) =>
      [
        step.fromSeniorityMonths !== undefined && t('when.seniority', { count: step.fromSeniorityMonths }),
        step.fromTurnoverCents !== undefined && t('when.turnover', { amount: format.money(step.fromTurnoverCents) }),
        step.statuses?.map((status) => t(`status.${status}`)).join(', ') ?? false,
      ]
        .filter((part) => part !== false)
        .join(', '),
  };
}
