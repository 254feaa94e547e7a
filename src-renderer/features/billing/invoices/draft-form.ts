import { formatDecimal, parseDecimal } from '../../../../shared/billing/decimal-text.ts';
import { dueDateOf } from '../../../../shared/billing/due-date.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Language } from '../../../../shared/money/format.ts';
import type { InvoiceLine } from '../../../../shared/records/invoice.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isPlainDate, toEpochDay } from '../../../../shared/time/plain-date.ts';
import type { InvoiceDraft } from '../../../data/commands/billing/save-invoice-draft.ts';

/** One line as it stands in its fields. `key` stays with the line when it moves. */
export interface LineFields {
  readonly key: string;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly vatRatePpm: number;
}

/** What stands in the fields of the editor. `ownDueDate` is empty while the due date follows the terms. */
export interface DraftForm {
  readonly customerId: string;
  readonly date: string;
  readonly ownDueDate: string;
  readonly subject: string;
  readonly lines: readonly LineFields[];
  readonly note: string;
  readonly operation: InvoiceDraft['operation'];
  readonly orderReference: string;
  readonly supplyDate: string;
  readonly vatExemption: string;
}

export function blankLine(key: string, vatRatePpm: number): LineFields {
  return { key, description: '', quantity: '1', unit: '', unitPrice: '', vatRatePpm };
}

export function blankForm(date: string, vatRatePpm: number): DraftForm {
  return {
    customerId: '',
    date,
    ownDueDate: '',
    subject: '',
    lines: [blankLine('1', vatRatePpm)],
    note: '',
    operation: 'services',
    orderReference: '',
    supplyDate: '',
    vatExemption: '',
  };
}

/** The fields of a stored draft. Its due date follows the terms when it is just that many days after its date. */
export function formOf(invoice: RecordOf<'invoice'>, termsDays: number, language: Language): DraftForm {
  const { body, date } = invoice;
  const isByTerms = toEpochDay(body.dueDate) - toEpochDay(date) === termsDays;
  return {
    customerId: body.customerId,
    date,
    ownDueDate: isByTerms ? '' : body.dueDate,
    subject: body.subject,
    lines: body.lines.map((line, index) => ({
      key: String(index + 1),
      description: line.description,
      quantity: typedDecimal(line.quantity, language),
      unit: line.unit,
      // A price of nothing may be one that was never written: it is asked for again.
      unitPrice: isZero(line.unitPrice) ? '' : typedDecimal(line.unitPrice, language, 2),
      vatRatePpm: line.vatRatePpm,
    })),
    note: body.note ?? '',
    operation: body.operation ?? 'services',
    orderReference: body.orderReference ?? '',
    supplyDate: body.supplyDate ?? '',
    vatExemption: body.vatExemption ?? '',
  };
}

/** What can be read of the fields. A number that cannot be read counts as zero and is named in `unreadable`. */
export interface DraftReading {
  readonly draft: InvoiceDraft;
  readonly unreadable: readonly { readonly key: string; readonly field: 'quantity' | 'unitPrice' }[];
}

/** Reads the fields as a draft; an empty quantity or price is zero. A date that is not whole falls back to `today`. */
export function readForm(form: DraftForm, termsDays: number, today: string): DraftReading {
  const unreadable: { key: string; field: 'quantity' | 'unitPrice' }[] = [];
  const read = (line: LineFields, field: 'quantity' | 'unitPrice'): string => {
    if (line[field].trim() === '') return '0';
    const parsed = parseDecimal(line[field]);
    if (!parsed.ok) unreadable.push({ key: line.key, field });
    return parsed.ok ? parsed.value : '0';
  };
  const date = isPlainDate(form.date) ? form.date : today;
  const lines: InvoiceLine[] = form.lines.map((line) => ({
    description: line.description,
    quantity: read(line, 'quantity'),
    unit: line.unit,
    unitPrice: read(line, 'unitPrice'),
    vatRatePpm: line.vatRatePpm,
  }));
  const draft: InvoiceDraft = {
    customerId: form.customerId,
    date,
    dueDate: isPlainDate(form.ownDueDate) ? form.ownDueDate : dueDateOf(date, termsDays),
    subject: form.subject,
    lines,
    note: form.note,
    operation: form.operation,
    orderReference: form.orderReference,
    supplyDate: isPlainDate(form.supplyDate) ? form.supplyDate : '',
    vatExemption: lines.some((line) => line.vatRatePpm === 0) ? form.vatExemption : '',
  };
  return { draft, unreadable };
}

/**
 * What keeps a draft as it is typed from being issued, and its record does not show: numbers that cannot be read, or are not
 * there. Codes: `billing.lineUnreadable`, `billing.linePriceMissing` (`line` from 1).
 */
export function findTypedFaults({ lines }: DraftForm, { unreadable }: DraftReading): AppError[] {
  return lines.flatMap(({ key, description, quantity, unitPrice }, index) => {
    const details = { line: index + 1 };
    if (unreadable.some((field) => field.key === key)) {
      return [appError('billing.lineUnreadable', 'a number cannot be read', details)];
    }
    const isMissing = description.trim() !== '' && (quantity.trim() === '' || unitPrice.trim() === '');
    return isMissing ? [appError('billing.linePriceMissing', 'no quantity or price', details)] : [];
  });
}

function typedDecimal(decimal: string, language: Language, minDecimals = 0): string {
  // Group marks would be in the way of who corrects a digit.
  return formatDecimal(decimal, language, decimal.includes('.') ? minDecimals : 0)
    .replace(/\u202f/g, '')
    .replace(language === 'en' ? /,/g : /$^/g, '')
    .replace('−', '-');
}

function isZero(decimal: string): boolean {
  return /^-?0+(\.0*)?$/.test(decimal);
}
