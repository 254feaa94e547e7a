import { useTranslation } from 'react-i18next';
import type { CostJump } from '../../../../shared/salary/cost-jumps.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** A jump of the employer cost in words: where it is and what it costs. */
export function useJumpWords(): (jump: CostJump, isPassed: boolean) => string {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  return ({ reason, fromGrossCents, jumpCents }, isPassed) =>
    t(isPassed ? 'jumpPassed' : 'jumpAhead', {
      from: format.money(fromGrossCents),
      jump: format.money(jumpCents),
      reason: t(`jump.${reason}`),
    });
}
