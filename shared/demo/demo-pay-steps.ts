import type { SalaryStatementBody } from '../records/salary-statement.ts';
import { addDays } from '../time/plain-date.ts';
import type { DemoBook } from './demo-book.ts';
import { DEMO_SUPPORT_AUTHOR } from './demo-settings.ts';

const STEPS = ['requested', 'checked', 'validated', 'paid'] as const;

/** A pay's way through the support team up to a status, one step a day. */
export function demoPayHistory(book: DemoBook, date: string, status: string): SalaryStatementBody['history'] {
  return STEPS.slice(0, STEPS.findIndex((step) => step === status) + 1).map((step, index) => {
    const day = addDays(date, index);
    return {
      status: step,
      at: `${day <= book.today ? day : book.today}T08:${String(index * 10).padStart(2, '0')}:00.000Z`,
      by: step === 'requested' ? book.author.user : DEMO_SUPPORT_AUTHOR.user,
    };
  });
}

/** Somewhere on its way for last month, paid before. */
export function demoPayStatus(book: DemoBook, isLastMonth: boolean): string {
  return isLastMonth ? book.random.pick(['requested', 'checked', 'validated']) : 'paid';
}
