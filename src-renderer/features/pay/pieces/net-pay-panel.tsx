import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { ExplainedFigure } from '../../../ui/explained-figure.tsx';
import { FigureRow } from '../../../ui/figure-row.tsx';
import type { TaxedPay } from './net-pay.ts';
import { isGridUnknown, paymentWords, taxLine } from './net-pay.ts';
import { useStatementWords } from './statement-words.ts';
import { useNetPay } from './use-net-pay.ts';

/** What reaches the bank account, and when: net before tax, the tax, net paid, each apart. */
export function NetPayPanel(props: { readonly pay: TaxedPay; readonly person: string }): JSX.Element {
  const words = useStatementWords();
  const { withholding: t, format } = words;
  const net = useNetPay()(props.pay, props.person);
  const { netBeforeTaxCents } = props.pay.totals;
  return (
    <Stack gap={4} data-testid="net-pay">
      <FigureRow label={t('netBeforeTax')} amount={format.money(netBeforeTaxCents)} testId="net-before-tax" isStrong />
      {net.kind === 'personal' && (
        <Text size="sm" c="dimmed">
          {t('personal')}
        </Text>
      )}
      {net.kind === 'unknown' && (
        <>
          <FigureRow label={t('tax')} amount={t(isGridUnknown(net.error) ? 'gridUnknown' : 'unknown')} testId="tax" />
          <Text size="sm" role="note">
            {format.error(net.error)}
          </Text>
        </>
      )}
      {net.kind === 'known' && (
        <>
          <ExplainedFigure label={t('tax')} lines={[taxLine(net.withholding, words)]}>
            <FigureRow label={t('tax')} amount={format.money(-net.withholding.amountCents)} testId="tax" />
          </ExplainedFigure>
          <FigureRow
            label={t('netPaid')}
            amount={format.money(net.withholding.netPaidCents)}
            testId="net-paid"
            isStrong
          />
        </>
      )}
      {net.kind !== 'personal' && (
        <Text size="sm" c="dimmed">
          {paymentWords(net.payment, words)}
        </Text>
      )}
    </Stack>
  );
}
