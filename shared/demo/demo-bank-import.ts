import { maskAccount } from '../banking/account-ref.ts';
import { digestOf } from '../core/digest.ts';
import { taxIncludedIn } from '../money/rate.ts';
import { addDays } from '../time/plain-date.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';

/** As the readers of bank files mask it. */
const ACCOUNT = maskAccount('FR7630006000011234567890189');

/** Bank lines of the last days that still wait to be looked at. */
const LINES = [
  { daysAgo: 9, rawLabel: 'CB SCIERIE DUVERNOY 58', amountCents: -43_218, category: 'purchase', vatRatePpm: 200_000 },
  { daysAgo: 8, rawLabel: 'VIR SEPA GITE LES TROIS HETRES', amountCents: 96_000, category: 'transfer', vatRatePpm: 0 },
  { daysAgo: 6, rawLabel: 'CB STATION U LORMES', amountCents: -5_840, category: 'otherCharge', vatRatePpm: 200_000 },
  { daysAgo: 5, rawLabel: 'PRLV ASSUR MUTUELLE PRO', amountCents: -3_275, category: 'insurance', vatRatePpm: 0 },
  { daysAgo: 3, rawLabel: 'REM CHQ 0000412', amountCents: 18_600, category: 'sale', vatRatePpm: 200_000 },
  {
    daysAgo: 2,
    rawLabel: 'CB QUINCAILLERIE DU BEUVRAY',
    amountCents: -7_190,
    category: 'purchase',
    vatRatePpm: 200_000,
  },
] as const;

/** Gives a book a bank import of this week whose lines still ask for a look. */
export function addRecentBankImport(book: DemoBook): void {
  const imported = addToBook(book, {
    type: 'bankImport',
    date: addDays(book.today, -1),
    status: 'imported',
    body: {
      fileName: 'releve-demonstration.ofx',
      fileSha256: digestOf(LINES, book.hash),
      format: 'ofx',
      account: ACCOUNT,
      importedCount: LINES.length,
      alreadyThereCount: 0,
      leftOutCount: 0,
    },
  });
  if (imported === undefined) return;
  LINES.forEach(({ daysAgo, rawLabel, amountCents, category, vatRatePpm }, index) => {
    const vat = taxIncludedIn(Math.abs(amountCents), vatRatePpm);
    const transactionId = `DEMO-${String(index + 1).padStart(4, '0')}`;
    addToBook(book, {
      type: 'ledgerEntry',
      date: addDays(book.today, -daysAgo),
      writtenOn: imported.date,
      status: 'active',
      body: {
        label: rawLabel,
        category,
        amountCents,
        currency: book.person.currency,
        vatRatePpm,
        vatCents: amountCents < 0 && vat !== 0 ? -vat : vat,
        needsReview: true,
        bank: { importId: imported.id, account: ACCOUNT, transactionId, rawLabel },
      },
    });
  });
}
