import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSiren } from '../../../../shared/billing/siren.ts';
import { formatMoney } from '../../../../shared/money/format.ts';
import { formatDate } from '../../../../shared/time/format-date.ts';
import type { Sheet } from './sheet-model.ts';
import { exemptionMention, groupIban, indemnityOf, statedTerms } from './sheet-model.ts';

/** Terms of payment and the mentions the law wants at the foot of an invoice. */
export function SheetFooter({ sheet }: { readonly sheet: Sheet }): JSX.Element {
  const { i18n } = useTranslation('invoices');
  const t = i18n.getFixedT('fr', 'invoices');
  const { seller } = sheet;
  const date = formatDate(sheet.dueDate, 'fr');
  const iban = seller?.iban ?? '';
  const indemnity = indemnityOf(sheet);
  const exemption = exemptionMention(sheet);
  const { hasDiscount, hasIndemnity } = statedTerms(sheet);
  const capital = seller?.shareCapitalCents;
  const legal = [
    ...(seller === undefined ? [] : [seller.name]),
    ...(seller?.legalForm === undefined || capital === undefined
      ? [seller?.legalForm ?? '']
      : [t('sheetCapitalVariable', { form: seller.legalForm, capital: formatMoney(capital, 'EUR', 'fr') })]),
    ...(seller?.siren === undefined ? [] : [t('sheetSiren', { siren: formatSiren(seller.siren) })]),
    seller?.registry ?? '',
    ...(seller?.vatNumber === undefined ? [] : [t('sheetVatNumber', { vatNumber: seller.vatNumber })]),
  ].filter((part) => part !== '');
  return (
    <footer>
      {sheet.note !== '' && <p className="sheet-note">{sheet.note}</p>}
      {exemption !== '' && <p className="sheet-exemption">{exemption}</p>}
      <p>{iban === '' ? t('sheetPayByDate', { date }) : t('sheetPayBy', { date, iban: groupIban(iban) })}</p>
      <div className="sheet-small">
        {!hasDiscount && <p>{t('sheetNoDiscount')}</p>}
        {sheet.latePenaltyText !== '' && <p>{sheet.latePenaltyText}</p>}
        {indemnity !== undefined && !hasIndemnity && (
          <p>{t(indemnity === 'public' ? 'sheetIndemnityPublic' : 'sheetIndemnity')}</p>
        )}
        <p className="sheet-legal">{legal.join(' · ')}</p>
      </div>
    </footer>
  );
}
