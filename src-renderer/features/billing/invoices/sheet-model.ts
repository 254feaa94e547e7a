import type { InvoiceParty } from '../../../../shared/billing/freeze-parties.ts';
import { findVatExemption } from '../../../../shared/billing/vat-exemptions.ts';
import type { InvoiceBody } from '../../../../shared/records/invoice.ts';

/** Everything the page of an invoice shows; of a draft, as it would be issued now. */
export interface Sheet {
  /** Empty on a draft. */
  readonly number: string;
  readonly date: string;
  readonly dueDate: string;
  readonly seller: InvoiceParty | undefined;
  readonly customer: InvoiceParty | undefined;
  readonly subject: string;
  readonly lines: InvoiceBody['lines'];
  readonly totals: InvoiceBody['totals'];
  readonly currency: string;
  readonly note: string;
  readonly operation: NonNullable<InvoiceBody['operation']>;
  readonly orderReference: string;
  readonly supplyDate: string;
  readonly vatExemption: string;
  readonly latePenaltyText: string;
}

/** The page of an issued invoice, from what was frozen at issue. */
export function sheetOfIssued(date: string, body: InvoiceBody): Sheet {
  return {
    number: body.number,
    date,
    dueDate: body.dueDate,
    seller: body.seller,
    customer: body.customer,
    subject: body.subject,
    lines: body.lines,
    totals: body.totals,
    currency: body.currency,
    note: body.note ?? '',
    operation: body.operation ?? 'services',
    orderReference: body.orderReference ?? '',
    supplyDate: body.supplyDate ?? '',
    vatExemption: body.vatExemption ?? '',
    latePenaltyText: body.latePenaltyText ?? '',
  };
}

/** Which of the 40 € indemnity mentions this customer gets: businesses and public bodies, never individuals. */
export function indemnityOf(sheet: Sheet): 'business' | 'public' | undefined {
  const kind = sheet.customer?.kind ?? 'business';
  return kind === 'individual' ? undefined : kind;
}

/** Terms of payment the cooperative's own text already states; they are not printed twice. */
export function statedTerms(sheet: Sheet): { readonly hasDiscount: boolean; readonly hasIndemnity: boolean } {
  return {
    hasDiscount: /escompte/i.test(sheet.latePenaltyText),
    hasIndemnity: /\b40(,00)?\s?(€|euros)/i.test(sheet.latePenaltyText),
  };
}

/** The legal wording when lines bear no VAT, `''` when all do. */
export function exemptionMention(sheet: Sheet): string {
  const isExempt = sheet.lines.some((line) => line.vatRatePpm === 0);
  return isExempt ? (findVatExemption(sheet.vatExemption)?.mention ?? '') : '';
}

/** An IBAN in groups of four. */
export function groupIban(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');
}
