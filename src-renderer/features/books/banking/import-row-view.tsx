import { Checkbox, NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenInvoice } from '../../../../shared/banking/match-invoices.ts';
import type { ImportRow, ImportSuggestion } from '../../../../shared/banking/plan-import.ts';
import { isTakable } from '../../../../shared/banking/plan-import.ts';
import { vatRatesOn } from '../../../../shared/billing/vat-rates.ts';
import type { LedgerCategory } from '../../../../shared/records/ledger-entry.ts';
import type { BookSettings } from '../../../data/book-settings.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { VatRateField } from '../../../ui/vat-rate-field.tsx';
import { LEDGER_CATEGORIES } from '../pieces/ledger-categories.ts';
import type { RowChoice } from './row-choices.ts';
import { asEntry, becomesOf, isTicked, withVatRate } from './row-choices.ts';

const PAYMENT = 'payment ';

interface Props {
  readonly row: ImportRow;
  readonly index: number;
  readonly choice: RowChoice | undefined;
  readonly settings: BookSettings;
  readonly openInvoices: readonly OpenInvoice[];
  /** What the record is called that the line was recognised in. */
  readonly match: string;
  readonly onChoice: (index: number, choice: RowChoice) => void;
}

/** One line of the statement: whether to take it, and what it becomes. */
export const ImportRowView = memo(function ImportRowView(props: Props): JSX.Element {
  const { row, index, choice, settings } = props;
  const { t } = useTranslation('bankImport');
  const { t: tKinds } = useTranslation('ledgerKinds');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const becomes = becomesOf(row, choice);
  const { line } = row;
  const label = line.label === '' ? t('unlabelled') : line.label;
  const amount = format.money(row.amountCents, settings.currency);
  const isOpen = isTakable(row);
  const needsReview = becomes.kind === 'ledgerEntry' && becomes.needsReview;
  const note = [
    row.reason === 'notSeen' ? '' : t(`reason.${row.reason}`, { match: props.match }),
    needsReview && isOpen ? t('toReview') : '',
  ];

  function choose(next: ImportSuggestion): void {
    props.onChoice(index, { becomes: next });
  }

  return (
    <>
      <div role="cell">
        {isOpen && (
          <Checkbox
            size="xs"
            aria-label={t('tick', { label, amount })}
            checked={isTicked(row, choice)}
            onChange={(event) => {
              props.onChoice(index, { isTicked: event.currentTarget.checked });
            }}
          />
        )}
      </div>
      <div role="cell" className="figures">
        {format.date(line.date)}
      </div>
      <div role="cell" className="import-cell" title={line.rawLabel}>
        {label}
        <div className="import-note">{note.filter((part) => part !== '').join(' · ')}</div>
      </div>
      <div role="cell" className="figures import-right">
        {amount}
        {row.original !== undefined && (
          <div className="import-note">{format.money(row.original.amountCents, row.original.currency)}</div>
        )}
      </div>
      <div role="cell">
        {isOpen && (
          <NativeSelect
            size="xs"
            aria-label={t('becomesOf', { label })}
            value={becomes.kind === 'payment' ? PAYMENT + becomes.invoiceId : becomes.category}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value.startsWith(PAYMENT)) choose({ kind: 'payment', invoiceId: value.slice(PAYMENT.length) });
              else choose(asEntry(row, value as LedgerCategory, { ...settings, unlabelled: t('unlabelled') })); // options are exactly these
            }}
          >
            <optgroup label={t('entries')}>
              {LEDGER_CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {tKinds(category)}
                </option>
              ))}
            </optgroup>
            {row.amountCents > 0 && props.openInvoices.length > 0 && (
              <optgroup label={t('invoices')}>
                {props.openInvoices.map(({ invoice }) => (
                  <option key={invoice.id} value={PAYMENT + invoice.id}>
                    {t('paymentOf', { number: invoice.body.number, name: invoice.body.customer?.name ?? '' })}
                  </option>
                ))}
              </optgroup>
            )}
          </NativeSelect>
        )}
      </div>
      <div role="cell">
        {becomes.kind === 'ledgerEntry' && isOpen && (
          <VatRateField
            size="xs"
            aria-label={t('rateOf', { label })}
            prefix={tCommon('vat')}
            ratePpm={becomes.vatRatePpm}
            rates={[...new Set([...vatRatesOn(line.date), becomes.vatRatePpm, settings.defaultVatRatePpm])].sort(
              (a, b) => b - a,
            )}
            onRate={(vatRatePpm) => {
              choose(withVatRate(becomes, vatRatePpm));
            }}
          />
        )}
      </div>
    </>
  );
});
