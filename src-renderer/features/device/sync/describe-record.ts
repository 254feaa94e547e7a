import type { AnyRecord } from '../../../../shared/records/envelope.ts';

/** What a record is called, in parts the screen puts into words. */
export interface RecordFacts {
  readonly type: string;
  readonly title:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'draftInvoice'; readonly text: string }
    | { readonly kind: 'weekOf'; readonly date: string }
    | { readonly kind: 'payOf'; readonly month: string };
  readonly amountCents: number | undefined;
  readonly currency: string;
}

/** Reads a record of any version: a member that is not there is left out of its title. */
export function describeRecord(record: AnyRecord): RecordFacts {
  const { type, body } = record;
  const currency = readText(body, 'currency') || 'EUR';
  const period = readText(readObject(body, 'input'), 'period') || record.date.slice(0, 7);
  const facts = (title: RecordFacts['title'], amountCents?: number): RecordFacts => ({
    type,
    title,
    amountCents,
    currency,
  });
  const text = (value: string): RecordFacts['title'] => ({ kind: 'text', text: value });
  switch (type) {
    case 'ledgerEntry':
    case 'expense':
      return facts(text(readText(body, 'label')), readNumber(body, 'amountCents'));
    case 'payment':
      return facts(text(readText(body, 'note')), readNumber(body, 'amountCents'));
    case 'invoice': {
      const total = readNumber(readObject(body, 'totals'), 'grossCents');
      const number = readText(body, 'number');
      const party = readText(readObject(body, 'customer'), 'name') || readText(body, 'subject');
      if (number === '') return facts({ kind: 'draftInvoice', text: party }, total);
      return facts(text(party === '' ? number : `${number}, ${party}`), total);
    }
    case 'timesheetWeek':
      return facts({ kind: 'weekOf', date: record.date });
    case 'salaryStatement':
      return facts({ kind: 'payOf', month: period }, readNumber(readObject(body, 'totals'), 'netBeforeTaxCents'));
    case 'abroadPay':
      return facts({ kind: 'payOf', month: period }, readNumber(body, 'paidMinor'));
    case 'bankImport':
      return facts(text(readText(body, 'fileName')));
    case 'conflictCopy': {
      const kept = readObject(body, 'copy');
      const inner = {
        ...record,
        type: readText(kept, 'type'),
        date: readText(kept, 'date'),
        body: readObject(kept, 'body'),
      };
      return inner.type === 'conflictCopy' ? facts(text('')) : { ...describeRecord(inner), type };
    }
    case 'cooperativeSettings':
      return facts(text(readText(body, 'tradeName')));
    default:
      return facts(text(readText(body, 'name')));
  }
}

/** The screen where a member can see or mend a record, with its fields open where the screen lists many; `undefined` when there is none. */
export function addressOf(record: AnyRecord): string | undefined {
  switch (record.type) {
    case 'invoice':
      return `/invoices/${record.id}`;
    case 'payment': {
      const invoiceId = readText(record.body, 'invoiceId');
      return invoiceId === '' ? '/invoices' : `/invoices/${invoiceId}`;
    }
    case 'ledgerEntry':
      return `/ledger/${record.id}`;
    case 'customer':
      return '/customers';
    case 'expense':
      return `/expenses/${record.id}`;
    case 'timesheetWeek':
      return '/timesheet';
    case 'salaryStatement':
    case 'abroadPay':
      return '/pay';
    case 'bankImport':
      return '/bank-import';
    default:
      return undefined;
  }
}

type Body = Readonly<Record<string, unknown>>;

function readText(body: Body, key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}

function readNumber(body: Body, key: string): number | undefined {
  const value = body[key];
  return typeof value === 'number' ? value : undefined;
}

function readObject(body: Body, key: string): Body {
  const value = body[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {}; // a JSON object
}
