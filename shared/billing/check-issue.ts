import type { AppError, ErrorCode } from '../core/errors.ts';
import { appError } from '../core/errors.ts';
import type { CustomerBody } from '../records/customer.ts';
import type { InvoiceBody, InvoiceLine } from '../records/invoice.ts';
import { findVatExemption } from './vat-exemptions.ts';
import { vatRatesOn } from './vat-rates.ts';

/** What an issue is checked against. */
export interface IssueFacts {
  readonly body: InvoiceBody;
  readonly dueDate: string;
  readonly customer: CustomerBody | undefined;
  readonly issueDate: string;
  readonly today: string;
}

/** Whether a line holds nothing at all; such lines are left out at issue. */
export function isBlankLine(line: InvoiceLine): boolean {
  return line.description.trim() === '' && /^-?0(\.0*)?$/.test(line.unitPrice);
}

/**
 * Everything that keeps a draft from being issued, in the order of the page; empty when nothing does. Codes:
 * `billing.customerMissing`, `.customerAddressMissing`, `.dateInFuture`, `.dueBeforeIssue`, `.emptyInvoice`,
 * `.lineIncomplete` (`line` from 1), `.vatRateNotInForce` (`line`), `.exemptionMissing`, `.customerVatNumberMissing`,
 * `.negativeTotal`.
 */
export function findIssueFaults({ body, dueDate, customer, issueDate, today }: IssueFacts): AppError[] {
  const faults: AppError[] = [];
  const add = (code: ErrorCode, message: string, details?: AppError['details']) => {
    faults.push(details === undefined ? appError(code, message) : appError(code, message, details));
  };
  if (customer === undefined) add('billing.customerMissing', 'no customer chosen');
  // Name and address of the customer: art. 242 nonies A I-1° ann. II CGI.
  else if (customer.address.city.trim() === '') {
    add('billing.customerAddressMissing', 'the customer has no address', { name: customer.name });
  }
  // A number given to a future day would close the series until then.
  if (issueDate > today) add('billing.dateInFuture', `${issueDate} is after ${today}`);
  if (dueDate < issueDate) add('billing.dueBeforeIssue', 'due before issue');
  const lines = body.lines.filter((line) => !isBlankLine(line));
  if (lines.length === 0) add('billing.emptyInvoice', 'no line');
  const rates = vatRatesOn(issueDate);
  body.lines.forEach((line, index) => {
    if (isBlankLine(line)) return;
    if (line.description.trim() === '') add('billing.lineIncomplete', 'no description', { line: index + 1 });
    if (!rates.includes(line.vatRatePpm)) {
      add('billing.vatRateNotInForce', 'VAT rate not in force', { line: index + 1, date: issueDate });
    }
  });
  const exemption = findVatExemption(body.vatExemption);
  if (lines.some((line) => line.vatRatePpm === 0)) {
    if (exemption === undefined) add('billing.exemptionMissing', 'a line without VAT and no reason');
    else if (exemption.needsCustomerVatNumber && customer !== undefined && (customer.vatNumber ?? '') === '') {
      add('billing.customerVatNumberMissing', 'reverse charge without VAT number', { name: customer.name });
    }
  }
  if (body.totals.grossCents < 0) add('billing.negativeTotal', 'total below zero');
  return faults;
}
