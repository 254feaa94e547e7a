import { Alert, Paper, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunningContribution } from '../../../../shared/ledger/contribution-run.ts';
import { contributionOnMore, contributionWithMore } from '../../../../shared/ledger/contribution-run.ts';
import { isEstimate } from '../../../../shared/pay/estimated-parameters.ts';
import { priceForPay } from '../../../../shared/contribution/price-for-pay.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';
import { ExplainedFigure } from '../../../ui/explained-figure.tsx';
import { FigureRow } from '../../../ui/figure-row.tsx';
import { useContributionLines } from '../../books/pieces/use-contribution-lines.ts';
import { useSalaryLines } from '../pieces/use-salary-lines.ts';
import type { WishedCost } from './cost-of-wish.ts';

/** The price including VAT in large, then every step from it to the pay. */
export function PriceResult(props: {
  readonly wish: WishedCost;
  readonly running: RunningContribution;
  readonly vatRatePpm: number;
  readonly availableMinor: number;
  readonly currency: string;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const contributionLines = useContributionLines();
  const salaryLines = useSalaryLines();
  const { wish, running, vatRatePpm, currency } = props;
  const { costMinor, computation } = wish;
  const money = (amountMinor: number): string => format.money(amountMinor === 0 ? 0 : amountMinor, currency);
  const takenMinor = Math.max(0, Math.min(props.availableMinor, costMinor));
  const missingMinor = Math.max(0, costMinor - takenMinor);
  const price = priceForPay(missingMinor, vatRatePpm, (netMinor) => contributionOnMore(running, netMinor));
  const { version, from, source } = running.rule;
  if (price === undefined) {
    return (
      <Alert color="orange" role="alert">
        {t('priceImpossible')}
      </Alert>
    );
  }
  const contribution: ExplanationLine[] = [
    ...contributionLines(contributionWithMore(running, price.netCents), currency),
    { label: t('priceAlready'), amount: money(running.contribution.amountCents) },
  ];
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div aria-live="polite">
          <Text c="dimmed">{t('toInvoice')}</Text>
          <Text size="2rem" fw={700} className="figures" data-testid="price">
            {money(price.grossCents)}
          </Text>
          {missingMinor === 0 && <Text size="sm">{t(takenMinor > 0 ? 'priceNothing' : 'priceNoCost')}</Text>}
        </div>
        <FigureRow label={t('priceVat', { rate: format.rate(vatRatePpm) })} amount={money(-price.vatCents)} />
        <FigureRow label={t('priceNet')} amount={money(price.netCents)} testId="price-net" isStrong />
        <ExplainedFigure label={t('priceContribution')} lines={contribution}>
          <FigureRow label={t('priceContribution')} amount={money(-price.contributionCents)} />
        </ExplainedFigure>
        <FigureRow label={t('priceLeft')} amount={money(price.leftCents)} />
        {takenMinor > 0 && <FigureRow label={t('priceAvailable')} amount={money(takenMinor)} />}
        <FigureRow label={t('priceCost')} amount={money(costMinor)} isStrong />
        {computation !== undefined && (
          <>
            <ExplainedFigure
              label={tPay('employerContributions')}
              lines={salaryLines(computation.lines, 'employer', computation.ruleVersion)}
            >
              <FigureRow
                label={tPay('employerContributions')}
                amount={money(-computation.totals.employerContributionsCents)}
              />
            </ExplainedFigure>
            <FigureRow label={tPay('gross')} amount={money(computation.grossCents)} isStrong />
            <ExplainedFigure
              label={tPay('employeeContributions')}
              lines={salaryLines(computation.lines, 'employee', computation.ruleVersion)}
            >
              <FigureRow
                label={tPay('employeeContributions')}
                amount={money(-computation.totals.employeeContributionsCents)}
              />
            </ExplainedFigure>
            <FigureRow label={tPay('netBeforeTax')} amount={money(computation.totals.netBeforeTaxCents)} isStrong />
          </>
        )}
        {computation !== undefined && isEstimate(computation.ruleVersion) && (
          <Alert color="yellow" variant="light">
            {tPay('provisional')}
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          {t('priceNote', { version, date: format.date(from), source })}
        </Text>
      </Stack>
    </Paper>
  );
}
