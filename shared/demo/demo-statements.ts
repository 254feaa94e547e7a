import type { ActivityAccount } from '../ledger/activity-account.ts';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import { payInputOf } from '../pay/pay-input.ts';
import { listPayrollVersions } from '../pay/payroll-versions.ts';
import { sealStatement, statementBodyOf } from '../pay/pay-request.ts';
import type { Result } from '../core/result.ts';
import { multiplyThenDivide } from '../money/rounding.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import { isOfType } from '../records/registry.ts';
import { solveFromCost } from '../salary/solve-from-cost.ts';
import { addMonths, monthOf, monthsBetween } from '../time/month.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';
import { demoPayHistory, demoPayStatus } from './demo-pay-steps.ts';
import { isOnPayroll } from '../contract/contract-in.ts';

/** Below this employer cost nobody asks for a pay sheet. */
const LEAST_COST_CENTS = 60_000;

/** Pays are irregular: this much of the usual cost, in percent. */
const SWING_PERCENT = [65, 125] as const;

/** Adds a pay for each past month the account allows; last month's is on its way through the support team. */
export function addStatements(book: DemoBook, settings: ActivitySettingsBody, cooperative: CooperativeSettings): void {
  if (!isOnPayroll(settings.contract)) return;
  const versions = listPayrollVersions([]);
  const lastMonth = addMonths(monthOf(book.today), -1);
  const computeAt = (day: string): Result<ActivityAccount> =>
    computeActivityAccount({ ...settings, activityId: book.activityId }, cooperative, book.records, day);
  for (const month of monthsBetween(book.firstMonth, lastMonth)) {
    const date = `${month}-26`;
    const account = computeAt(date);
    if (!account.ok) continue;
    const usualCents = multiplyThenDivide(book.person.usualCostCents, book.random.integer(...SWING_PERCENT), 100);
    // A pay that waits must still be borne today: what was spent since counts.
    const left = month === lastMonth ? computeAt(book.today) : account;
    const budgetCents = Math.min(account.value.availableCents, left.ok ? left.value.availableCents : 0, usualCents);
    if (budgetCents < LEAST_COST_CENTS) continue;
    const { months } = account.value;
    const context = { statements: book.records.filter((r) => isOfType(r, 'salaryStatement')), months, versions };
    const input = payInputOf(settings, cooperative, month, context);
    const solved = input.ok ? solveFromCost(input.value, budgetCents) : input;
    // A month without payroll parameters has no pay: the demonstration must open in any year.
    if (!input.ok || !solved.ok) continue;
    const status = demoPayStatus(book, month === lastMonth);
    const pay = { input: input.value, computation: solved.value.computation, account: account.value };
    const body = statementBodyOf(pay, demoPayHistory(book, date, status), book.hash);
    const statement = addToBook(book, { type: 'salaryStatement', date, status, body });
    if (statement !== undefined) book.records[book.records.length - 1] = sealStatement(statement, book.hash);
  }
}
