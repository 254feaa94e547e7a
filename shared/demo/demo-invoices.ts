import { nextInvoiceNumber } from '../billing/number-series.ts';
import { computeInvoiceTotals, proveInvoiceTotals } from '../billing/invoice-totals.ts';
import { unwrap } from '../core/result.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { InvoiceBody, InvoiceLine } from '../records/invoice.ts';
import type { RecordOf } from '../records/registry.ts';
import { addMonths, monthOf, monthsBetween } from '../time/month.ts';
import { addDays } from '../time/plain-date.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';

/** Adds the customers of a book and returns their records. */
export function addCustomers(book: DemoBook): RecordOf<'customer'>[] {
  return book.person.customers.flatMap(({ name, kind, postalCode, city }) => {
    const added = addToBook(book, {
      type: 'customer',
      date: `${book.firstMonth}-01`,
      status: 'active',
      body: {
        name,
        kind,
        address: { lines: [], postalCode, city, country: book.person.country },
        paymentTermsDays: kind === 'individual' ? 15 : 30,
      },
    });
    return added === undefined ? [] : [added];
  });
}

/**
 * Adds a year of invoices by the seasons of the trade, with their payments: most in time, some late, the newest still open
 * (so some are overdue), and one draft in the current month.
 */
export function addInvoices(
  book: DemoBook,
  customers: readonly RecordOf<'customer'>[],
  cooperative: CooperativeSettings,
): void {
  const issued: RecordOf<'invoice'>[] = [];
  for (const month of monthsBetween(book.firstMonth, monthOf(book.today))) {
    const count = book.person.season[Number(month.slice(5)) - 1] ?? 0;
    const days = Array.from({ length: count }, () => book.random.integer(2, 27)).sort((a, b) => a - b);
    for (const day of days) {
      const date = `${month}-${String(day).padStart(2, '0')}`;
      if (date > book.today) continue;
      const invoice = issueInvoice(book, date, book.random.pick(customers), cooperative, issued);
      if (invoice !== undefined) addPayments(book, invoice);
    }
  }
  addDraft(book, book.random.pick(customers));
}

function issueInvoice(
  book: DemoBook,
  date: string,
  customer: RecordOf<'customer'>,
  cooperative: CooperativeSettings,
  issued: RecordOf<'invoice'>[],
): RecordOf<'invoice'> | undefined {
  const lines = makeLines(book);
  const { currency } = book.person;
  const totals = unwrap(computeInvoiceTotals(lines, currency));
  const { name, address } = customer.body;
  const { legalName, siren, vatNumber } = cooperative;
  const invoice = addToBook(book, {
    type: 'invoice',
    date,
    status: 'issued',
    body: {
      ...unwrap(nextInvoiceNumber(issued, `${book.person.code}1`, date)),
      customerId: customer.id,
      customer: { name, address },
      seller: { name: legalName, siren, vatNumber, address: cooperative.address },
      dueDate: addDays(date, customer.body.paymentTermsDays ?? 30),
      currency,
      subject: lines[0]?.description ?? '',
      lines,
      totals,
      computation: { ...proveInvoiceTotals(lines, currency, totals, book.hash) },
    },
  });
  if (invoice !== undefined) issued.push(invoice);
  return invoice;
}

function addDraft(book: DemoBook, customer: RecordOf<'customer'>): void {
  const lines = makeLines(book);
  const { currency } = book.person;
  const body: InvoiceBody = {
    number: '',
    series: '',
    sequence: 0,
    customerId: customer.id,
    dueDate: addDays(book.today, 30),
    currency,
    subject: lines[0]?.description ?? '',
    lines,
    totals: unwrap(computeInvoiceTotals(lines, currency)),
  };
  addToBook(book, { type: 'invoice', date: book.today, status: 'draft', body });
}

function makeLines({ person, random }: DemoBook): InvoiceLine[] {
  const first = random.pick(person.services);
  const others = person.services.filter((service) => service !== first && random.chance(35));
  return [first, ...others].map(({ description, unit, unitPrice, quantities, vatRatePpm }) => ({
    description,
    unit,
    unitPrice,
    vatRatePpm,
    quantity: String(random.integer(...quantities)),
  }));
}

/** Nine in ten invoices are paid, some weeks late, one in eight in two parts. The newest wait. */
function addPayments(book: DemoBook, invoice: RecordOf<'invoice'>): void {
  const { random } = book;
  const isNew = monthOf(invoice.date) >= addMonths(monthOf(book.today), -1);
  if (random.chance(isNew ? 45 : 4)) return;
  const { grossCents } = invoice.body.totals;
  const date = addDays(invoice.body.dueDate, random.chance(70) ? -random.integer(0, 12) : random.integer(1, 40));
  const first = random.chance(12) ? Math.floor((grossCents * 2) / 5) : grossCents;
  const parts = first === grossCents ? [grossCents] : [first, grossCents - first];
  parts.forEach((amountCents, index) => {
    addToBook(book, {
      type: 'payment',
      date: addDays(date, index * 21),
      status: 'recorded',
      body: { invoiceId: invoice.id, amountCents, currency: book.person.currency, method: 'transfer' },
    });
  });
}
