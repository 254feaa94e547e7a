import { taxIncludedIn } from '../money/rate.ts';
import type { ExpenseBody } from '../records/expense.ts';
import { monthOf, monthsBetween } from '../time/month.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';

interface UsualExpense {
  readonly label: string;
  readonly category: ExpenseBody['category'];
  /** Including VAT, in euro cents. */
  readonly amounts: readonly [number, number];
  readonly vatRatePpm: number;
  /** How often in a month, in percent. */
  readonly percent: number;
}

const USUAL: readonly UsualExpense[] = [
  { label: 'Train et car', category: 'travel', amounts: [1_450, 8_900], vatRatePpm: 100_000, percent: 70 },
  { label: 'Repas en déplacement', category: 'meals', amounts: [1_180, 2_350], vatRatePpm: 100_000, percent: 75 },
  { label: 'Forfait téléphone', category: 'telecom', amounts: [1_599, 1_599], vatRatePpm: 200_000, percent: 100 },
  { label: 'Papeterie', category: 'supplies', amounts: [450, 3_900], vatRatePpm: 200_000, percent: 35 },
  { label: 'Petit outillage', category: 'equipment', amounts: [2_900, 18_900], vatRatePpm: 200_000, percent: 15 },
];

/** Ariary for one euro cent, near enough for a demonstration. */
const ARIARY_PER_CENT = 48;

/** Adds the expenses of each month. */
export function addExpenses(book: DemoBook): void {
  const { random } = book;
  const { currency } = book.person;
  const isEuro = currency === 'EUR';
  for (const month of monthsBetween(book.firstMonth, monthOf(book.today))) {
    for (const { label, category, amounts, vatRatePpm, percent } of USUAL) {
      if (!random.chance(percent)) continue;
      const euroCents = random.integer(...amounts);
      const amountCents = isEuro ? euroCents : euroCents * ARIARY_PER_CENT;
      const rate = isEuro ? vatRatePpm : 0;
      addToBook(book, {
        type: 'expense',
        date: `${month}-${String(random.integer(3, 27)).padStart(2, '0')}`,
        status: 'active',
        body: {
          label,
          category,
          amountCents,
          currency,
          vatRatePpm: rate,
          vatCents: taxIncludedIn(amountCents, rate),
          paidBy: random.chance(80) ? 'member' : 'cooperative',
        },
      });
    }
  }
}
