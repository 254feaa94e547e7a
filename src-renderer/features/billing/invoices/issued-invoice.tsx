import { Button, Grid } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { InvoiceSheet } from './invoice-sheet.tsx';
import { PaymentsPanel } from './payments-panel.tsx';
import { sheetOfIssued } from './sheet-model.ts';
import { TotalsPanel } from './totals-panel.tsx';

/** An issued invoice: its page, ready to print, and its payments. */
export function IssuedInvoice({ invoice }: { readonly invoice: RecordOf<'invoice'> }): JSX.Element {
  const { t } = useTranslation('invoices');
  const { t: tCommon } = useTranslation();
  const { body } = invoice;
  return (
    <>
      <PageHeader title={t('issuedTitle', { number: body.number })}>
        <Button component="a" href="#/invoices" variant="default">
          {t('backToList')}
        </Button>
        <Button
          leftSection={<IconPrinter size={16} />}
          onClick={() => {
            window.print();
          }}
        >
          {tCommon('print')}
        </Button>
      </PageHeader>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 5 }} order={{ base: 1, lg: 2 }} className="no-print">
          <PaymentsPanel invoice={invoice} />
          <TotalsPanel lines={body.lines} totals={ok(body.totals)} currency={body.currency} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }} order={{ base: 2, lg: 1 }}>
          <InvoiceSheet sheet={sheetOfIssued(invoice.date, body)} />
        </Grid.Col>
      </Grid>
    </>
  );
}
