import { taxIncludedIn } from '../money/rate.ts';
import type { LedgerEntryBody } from '../records/ledger-entry.ts';
import { monthOf, monthsBetween } from '../time/month.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';

/** Adds what came and went on the ledger each month: purchases, insurance, bank fees, sales paid on the spot. */
export function addLedgerEntries(book: DemoBook): void {
  const { person, random } = book;
  const isEuro = person.currency === 'EUR';
  for (const month of monthsBetween(book.firstMonth, monthOf(book.today))) {
    const on = (day: number): string => `${month}-${String(day).padStart(2, '0')}`;
    addEntry(book, on(5), 'Responsabilité civile professionnelle', 'insurance', isEuro ? -2_150 : -25_000, 0);
    addEntry(book, on(2), 'Frais de tenue de compte', 'bankFee', isEuro ? -480 : -5_000, 0);
    for (const purchase of person.purchases) {
      if (!random.chance(80)) continue;
      const amount = random.integer(...purchase.amounts);
      addEntry(book, on(random.integer(3, 26)), purchase.label, purchase.category, -amount, purchase.vatRatePpm);
    }
    const stall = person.directSale;
    for (const day of stall === undefined ? [] : [6, 13, 20, 27]) {
      if (stall === undefined || !random.chance(65)) continue;
      addEntry(book, on(day), stall.label, 'sale', random.integer(...stall.amounts), stall.vatRatePpm);
    }
    if (random.chance(8))
      addEntry(book, on(18), 'Remboursement fournisseur', 'otherIncome', isEuro ? 6_400 : 40_000, 0);
  }
}

function addEntry(
  book: DemoBook,
  date: string,
  label: string,
  category: LedgerEntryBody['category'],
  amountCents: number,
  vatRatePpm: number,
): void {
  const vat = taxIncludedIn(Math.abs(amountCents), vatRatePpm);
  const vatCents = amountCents < 0 && vat !== 0 ? -vat : vat;
  const { currency } = book.person;
  addToBook(book, {
    type: 'ledgerEntry',
    date,
    status: 'active',
    body: { label, category, amountCents, currency, vatRatePpm, vatCents },
  });
}
