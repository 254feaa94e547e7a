import { computeActivityAccount } from '../activity/activity-account.ts';
import { payInputOf, sealStatement, statementBodyOf } from '../activity/pay-request.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import type { SalaryStatementBody } from '../records/salary-statement.ts';
import { solveFromCost } from '../salary/solve-from-cost.ts';
import { addMonths, monthOf, monthsBetween } from '../time/month.ts';
import { addDays } from '../time/plain-date.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';
import { DEMO_SUPPORT_AUTHOR } from './demo-settings.ts';

/** Below this employer cost nobody asks for a pay sheet. */
const LEAST_COST_CENTS = 60_000;

/** Adds a pay for each past month the account allows; last month's is on its way through the support team. */
export function addStatements(
  book: DemoBook,
  settings: ActivitySettingsBody,
  cooperative: CooperativeSettingsBody,
): void {
  if (settings.contract.kind !== 'cesa') return;
  const lastMonth = addMonths(monthOf(book.today), -1);
  for (const month of monthsBetween(book.firstMonth, lastMonth)) {
    const date = `${month}-26`;
    const account = computeActivityAccount(settings, cooperative.contributionRules, book.records, date);
    if (!account.ok) continue;
    const budgetCents = Math.min(account.value.availableCents, book.person.usualCostCents);
    if (budgetCents < LEAST_COST_CENTS) continue;
    const input = payInputOf(settings, cooperative, month);
    const solved = input.ok ? solveFromCost(input.value, budgetCents) : input;
    // A month without payroll parameters has no pay: the demonstration must open in any year.
    if (!input.ok || !solved.ok) continue;
    const status = month === lastMonth ? book.random.pick(['requested', 'checked', 'validated']) : 'paid';
    const pay = { input: input.value, computation: solved.value.computation, account: account.value };
    const body = statementBodyOf(pay, writeHistory(book, date, status), book.hash);
    const statement = addToBook(book, { type: 'salaryStatement', date, status, body });
    if (statement !== undefined) book.records[book.records.length - 1] = sealStatement(statement, book.hash);
  }
}

const STEPS = ['requested', 'checked', 'validated', 'paid'] as const;

function writeHistory(book: DemoBook, date: string, status: string): SalaryStatementBody['history'] {
  return STEPS.slice(0, STEPS.findIndex((step) => step === status) + 1).map((step, index) => {
    const day = addDays(date, index);
    return {
      status: step,
      at: `${day <= book.today ? day : book.today}T08:${String(index * 10).padStart(2, '0')}:00.000Z`,
      by: step === 'requested' ? book.author.user : DEMO_SUPPORT_AUTHOR.user,
    };
  });
}
