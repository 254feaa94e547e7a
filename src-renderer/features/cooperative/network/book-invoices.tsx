import { Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receivable } from '../../../../shared/billing/receivables.ts';
import { invoiceState } from '../../../../shared/billing/receivables.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { VerdictDifferences } from '../pieces/verdict-differences.tsx';
import { VerdictBadge } from '../pieces/verdict-mark.tsx';
import { PagedList } from './paged-list.tsx';

interface InvoiceFacts {
  readonly invoice: RecordOf<'invoice'>;
  readonly receivable: Receivable | undefined;
  readonly verdict: RecordOf<'verdict'> | undefined;
}

/** The invoices of a book, newest first, with what is due and the server's verdict. */
export function BookInvoices(props: {
  readonly invoices: readonly RecordOf<'invoice'>[];
  readonly receivables: readonly Receivable[];
  readonly verdicts: ReadonlyMap<string, RecordOf<'verdict'>>;
}): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tCommon } = useTranslation();
  const { receivables, verdicts } = props;
  const byInvoice = useMemo(() => new Map(receivables.map((each) => [each.invoice.id, each])), [receivables]);
  const invoices = props.invoices.filter(({ status }) => status !== 'voided');
  if (invoices.length === 0) return <Text p="xs">{t('noInvoices')}</Text>;
  return (
    <PagedList items={invoices}>
      {(shown) => (
        <Table.ScrollContainer minWidth={940} tabIndex={0} aria-label={t('tab.invoices')}>
          <Table fz="sm" verticalSpacing={4} aria-label={t('tab.invoices')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('number')}</Table.Th>
                <Table.Th>{tCommon('date')}</Table.Th>
                <Table.Th>{t('customer')}</Table.Th>
                <Table.Th ta="right">{t('amountNet')}</Table.Th>
                <Table.Th ta="right">{t('amountGross')}</Table.Th>
                <Table.Th ta="right">{t('due')}</Table.Th>
                <Table.Th>{t('dueDate')}</Table.Th>
                <Table.Th>{tCommon('status')}</Table.Th>
                <Table.Th>{t('verdict')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((invoice) => (
                <InvoiceRow
                  key={invoice.id}
                  facts={{ invoice, receivable: byInvoice.get(invoice.id), verdict: verdicts.get(invoice.id) }}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </PagedList>
  );
}

function InvoiceRow({ facts }: { readonly facts: InvoiceFacts }): JSX.Element {
  const { t } = useTranslation('network');
  const { t: tAccount } = useTranslation('account');
  const format = useFormat();
  const { invoice, receivable, verdict } = facts;
  const { number, customer, subject, totals, currency, dueDate } = invoice.body;
  const state = invoiceState(invoice, receivable);
  return (
    <>
      <Table.Tr>
        <Table.Td style={{ whiteSpace: 'nowrap' }}>{number === '' ? t('draft') : number}</Table.Td>
        <Table.Td>{format.date(invoice.date)}</Table.Td>
        <Table.Td>{customer?.name ?? subject}</Table.Td>
        <Table.Td ta="right" className="figures">
          {format.money(totals.netCents, currency)}
        </Table.Td>
        <Table.Td ta="right" className="figures">
          {format.money(totals.grossCents, currency)}
        </Table.Td>
        <Table.Td ta="right" className="figures">
          {receivable === undefined ? '' : format.money(receivable.dueCents, currency)}
        </Table.Td>
        <Table.Td>{format.date(dueDate)}</Table.Td>
        <Table.Td {...(state === 'overdue' ? { c: 'var(--mantine-color-error)' } : {})}>
          {tAccount(`invoice.${state}`)}
        </Table.Td>
        <Table.Td>{invoice.status === 'issued' && <VerdictBadge verdict={verdict} />}</Table.Td>
      </Table.Tr>
      {verdict?.status === 'mismatch' && (
        <Table.Tr>
          <Table.Td colSpan={9}>
            <VerdictDifferences verdict={verdict} currency={currency} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
