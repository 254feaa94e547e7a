import { useTranslation } from 'react-i18next';
import type { PlannedMonth } from '../../../../shared/planning/planned-month.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';
import { useContributionLines } from '../../books/pieces/use-contribution-lines.ts';
import { useSalaryLines } from '../pieces/use-salary-lines.ts';

/** A planned month from its opening balance to its closing one, every line of contribution and pay between them. */
export function useMonthExplanation(): (planned: PlannedMonth, currency: string) => ExplanationLine[] {
  const { t } = useTranslation('payPlan');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const contributionLines = useContributionLines();
  const salaryLines = useSalaryLines();
  return (planned, currency) => {
    const money = (amountMinor: number): string => format.money(amountMinor === 0 ? 0 : amountMinor, currency);
    const line = (label: string, amountMinor: number): ExplanationLine => ({ label, amount: money(amountMinor) });
    return [
      line(t('opening'), planned.openingCents),
      line(t('column.turnover'), planned.turnoverCents),
      line(t('column.charges'), -planned.chargesCents),
      ...contributionLines(planned.contribution, currency),
      ...(planned.countedCents === 0 ? [] : [line(t('alreadyCounted'), planned.countedCents)]),
      ...payLines(),
      line(t('column.cost'), -planned.employerCostCents),
      line(t('column.closing'), planned.closingCents),
    ];

    function payLines(): ExplanationLine[] {
      const { pay } = planned;
      if (pay?.kind === 'abroad') {
        return pay.pay.lines.map(({ code, baseMinor, ratePpm, amountMinor }) => {
          const profileLine = pay.pay.profile.lines.find((known) => known.code === code);
          return {
            label: profileLine?.label ?? code,
            ...(ratePpm !== 0 && { base: money(baseMinor), rate: format.rate(ratePpm) }),
            amount: money(-amountMinor),
            rule: pay.pay.profile.version,
            source: profileLine?.source ?? pay.pay.profile.source,
          };
        });
      }
      if (pay === undefined) return [];
      const { lines, ruleVersion, grossCents, totals } = pay.computation;
      return [
        line(tPay('gross'), grossCents),
        ...salaryLines(lines, 'employer', ruleVersion),
        line(tPay('employerCost'), totals.totalCostCents),
        ...salaryLines(lines, 'employee', ruleVersion),
        line(tPay('netBeforeTax'), totals.netBeforeTaxCents),
      ];
    }
  };
}
