import { Alert, Paper, Table } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../../../../shared/billing/decimal-text.ts';
import { INVOICE_RULE_VERSION } from '../../../../shared/billing/invoice-totals.ts';
import { computeLineAmount } from '../../../../shared/billing/line-amount.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import type { InvoiceLine, InvoiceTotals } from '../../../../shared/records/invoice.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ExplanationLine } from '../../../ui/explained-figure.tsx';
import { ExplainedFigure } from '../../../ui/explained-figure.tsx';

/** Totals of an invoice by VAT rate; the total including VAT unfolds to lines and rates. */
export function TotalsPanel(props: {
  readonly lines: readonly InvoiceLine[];
  readonly totals: Result<InvoiceTotals>;
  readonly currency: string;
}): JSX.Element {
  const { lines, totals, currency } = props;
  const { t } = useTranslation('invoices');
  const format = useFormat();
  if (!totals.ok) {
    return (
      <Alert color="red" role="alert">
        {format.error(totals.error)}
      </Alert>
    );
  }
  const { byRate, netCents, vatCents, grossCents } = totals.value;
  return (
    <Paper withBorder p="md" ml="auto" w="100%" maw={760}>
      <ExplainedFigure label={t('explainLabel')} lines={explain()}>
        <Table
          withRowBorders={false}
          verticalSpacing={3}
          aria-label={t('totals')}
          maw={380}
          ml="auto"
          className="figures"
        >
          <Table.Tbody>
            <Row label={t('totalNet')} amount={format.money(netCents, currency)} />
            {byRate.map((row) => (
              <Row
                key={row.vatRatePpm}
                label={t('totalVatAt', { rate: format.rate(row.vatRatePpm) })}
                amount={format.money(row.vatCents, currency)}
              />
            ))}
            {byRate.length > 1 && <Row label={t('totalVat')} amount={format.money(vatCents, currency)} />}
            <Row label={t('totalGross')} amount={format.money(grossCents, currency)} isStrong />
          </Table.Tbody>
        </Table>
      </ExplainedFigure>
    </Paper>
  );

  function explain(): ExplanationLine[] {
    const rule = INVOICE_RULE_VERSION;
    const source = t('explainSource');
    const ofLines = lines.map((line) => {
      const amount = computeLineAmount(line.quantity, line.unitPrice, currencyDecimals(currency));
      return {
        label: line.description,
        base: t('explainLine', {
          quantity: formatDecimal(line.quantity, format.language),
          price: formatDecimal(line.unitPrice, format.language, currencyDecimals(currency)),
        }),
        rate: format.rate(line.vatRatePpm),
        amount: amount.ok ? format.money(amount.value, currency) : '–',
      };
    });
    const ofRates = byRate.map((row) => ({
      label: t('explainVat', { rate: format.rate(row.vatRatePpm) }),
      base: format.money(row.netCents, currency),
      rate: format.rate(row.vatRatePpm),
      amount: format.money(row.vatCents, currency),
      rule,
      source,
    }));
    const gross = { label: t('explainGross'), amount: format.money(grossCents, currency), rule };
    return [...ofLines, ...ofRates, gross];
  }
}

function Row(props: { readonly label: string; readonly amount: string; readonly isStrong?: boolean }): JSX.Element {
  const weight = props.isStrong === true ? 700 : 400;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={weight}>
        {props.label}
      </Table.Th>
      <Table.Td ta="right" fw={weight} data-testid={props.isStrong === true ? 'invoice-gross' : undefined}>
        {props.amount}
      </Table.Td>
    </Table.Tr>
  );
}
