import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../../../../shared/billing/decimal-text.ts';
import { computeLineAmount } from '../../../../shared/billing/line-amount.ts';
import { formatSiren } from '../../../../shared/billing/siren.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import { formatMoney, formatRate } from '../../../../shared/money/format.ts';
import { formatDate } from '../../../../shared/time/format-date.ts';
import { countryName } from '../../../ui/country-options.ts';
import { SheetFooter } from './sheet-footer.tsx';
import type { Sheet } from './sheet-model.ts';

const OPERATIONS = { services: 'sheetServices', goods: 'sheetGoods', both: 'sheetBoth' } as const;

/**
 * The page of an invoice on A4, with its mandatory mentions. Always in French, whatever the language of the screen: it is
 * a legal document of a French company.
 */
export function InvoiceSheet({ sheet }: { readonly sheet: Sheet }): JSX.Element {
  const { t: tScreen, i18n } = useTranslation('invoices');
  const t = i18n.getFixedT('fr', 'invoices');
  const money = (cents: number) => formatMoney(cents, sheet.currency, 'fr');
  const isDraft = sheet.number === '';
  const decimals = currencyDecimals(sheet.currency);
  const facts = [
    t('sheetDate', { date: formatDate(sheet.date, 'fr') }),
    t('sheetDueDate', { date: formatDate(sheet.dueDate, 'fr') }),
    ...(sheet.supplyDate === '' ? [] : [t('sheetSupplyDate', { date: formatDate(sheet.supplyDate, 'fr') })]),
    t('sheetOperation', { operation: t(OPERATIONS[sheet.operation]) }),
    ...(sheet.orderReference === '' ? [] : [t('sheetOrder', { reference: sheet.orderReference })]),
  ];
  return (
    <div className="sheet-frame" tabIndex={0} role="region" aria-label={tScreen('sheetLabel')}>
      <PrintedPageNumbers
        sheet={sheet}
        title={isDraft ? t('sheetDraft') : t('sheetNumber', { number: sheet.number })}
      />
      <article className="sheet" lang="fr" data-testid="invoice-sheet">
        {isDraft && (
          <div className="sheet-watermark" aria-hidden="true">
            {t('sheetDraft')}
          </div>
        )}
        <header className="sheet-parties">
          <div>
            <PartyBlock party={sheet.seller} isSeller />
          </div>
          <div className="sheet-customer">
            <p className="sheet-small">{t('sheetCustomer')}</p>
            <PartyBlock party={sheet.customer} />
          </div>
        </header>
        <h2>{isDraft ? `${t('sheetInvoice')} — ${t('sheetDraft')}` : t('sheetNumber', { number: sheet.number })}</h2>
        <ul className="sheet-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {sheet.subject !== '' && <p className="sheet-subject">{t('sheetSubject', { subject: sheet.subject })}</p>}
        <table>
          <thead>
            <tr>
              <th>{t('sheetDescription')}</th>
              <th className="number">{t('sheetQuantity')}</th>
              <th className="number">{t('sheetUnitPrice')}</th>
              <th className="number">{t('sheetVat')}</th>
              <th className="number">{t('sheetAmount')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.lines.map((line, index) => {
              const amount = computeLineAmount(line.quantity, line.unitPrice, decimals);
              return (
                <tr key={`${line.description}-${String(index)}`}>
                  <td className="description">{line.description}</td>
                  <td className="number">{`${formatDecimal(line.quantity, 'fr')} ${line.unit}`.trim()}</td>
                  <td className="number">{formatDecimal(line.unitPrice, 'fr', decimals)}</td>
                  <td className="number">{formatRate(line.vatRatePpm, 'fr')}</td>
                  <td className="number">{amount.ok ? money(amount.value) : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div className="sheet-totals">
          <table>
            <thead>
              <tr>
                <th>{t('vatRate')}</th>
                <th className="number">{t('sheetBase')}</th>
                <th className="number">{t('totalVat')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.totals.byRate.map((row) => (
                <tr key={row.vatRatePpm}>
                  <td>{formatRate(row.vatRatePpm, 'fr')}</td>
                  <td className="number">{money(row.netCents)}</td>
                  <td className="number">{money(row.vatCents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table>
            <tbody>
              <TotalRow label={t('totalNet')} amount={money(sheet.totals.netCents)} />
              <TotalRow label={t('totalVat')} amount={money(sheet.totals.vatCents)} />
              <TotalRow label={t('totalGross')} amount={money(sheet.totals.grossCents)} isStrong />
            </tbody>
          </table>
        </div>
        <SheetFooter sheet={sheet} />
      </article>
    </div>
  );
}

function PartyBlock(props: { readonly party: Sheet['customer']; readonly isSeller?: boolean }): JSX.Element {
  const { i18n } = useTranslation('invoices');
  const t = i18n.getFixedT('fr', 'invoices');
  const { party } = props;
  if (party === undefined) return <p>{t('noCustomer')}</p>;
  const { lines, postalCode, city, country } = party.address;
  const isSeller = props.isSeller === true;
  const rows = [
    ...(isSeller && party.tradeName !== undefined ? [party.tradeName] : []),
    ...lines,
    `${postalCode} ${city}`.trim(),
    ...(country === 'FR' ? [] : [countryName(country, 'fr')]),
    ...(party.siren === undefined ? [] : [t('sheetSiren', { siren: formatSiren(party.siren) })]),
    ...(party.vatNumber === undefined ? [] : [t('sheetVatNumber', { vatNumber: party.vatNumber })]),
  ];
  return (
    <>
      <p className="sheet-name">{party.name}</p>
      {rows.map((row, index) => (
        <p key={`${row}-${String(index)}`}>{row}</p>
      ))}
    </>
  );
}

function TotalRow(props: {
  readonly label: string;
  readonly amount: string;
  readonly isStrong?: boolean;
}): JSX.Element {
  return (
    <tr className={props.isStrong === true ? 'strong' : undefined}>
      <th scope="row">{props.label}</th>
      <td className="number">{props.amount}</td>
    </tr>
  );
}

/** The number of the invoice and of the page in the margin of every printed page. */
function PrintedPageNumbers({ sheet, title }: { readonly sheet: Sheet; readonly title: string }): JSX.Element {
  const { i18n } = useTranslation('invoices');
  const t = i18n.getFixedT('fr', 'invoices');
  const left = cssText(`${sheet.seller?.name ?? ''} — ${title}`);
  return (
    <style>{`@page { size: A4; margin: 15mm 15mm 18mm;
      @bottom-left { content: ${left}; font: 8pt system-ui, sans-serif; color: #444; }
      @bottom-right { content: ${cssText(`${t('sheetPage')} `)} counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }`}</style>
  );
}

/** A text as a CSS string, safe against what a name may hold. */
function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,'’&°()—-]/gu, ' ')}"`;
}
