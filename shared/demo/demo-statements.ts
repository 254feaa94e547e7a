import { computeActivityAccount } from '../activity/activity-account.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import type { RecordOf } from '../records/registry.ts';
import type { SalaryStatementBody } from '../records/salary-statement.ts';
import { sealOf } from '../records/seal.ts';
import { proveSalary } from '../salary/salary-computation-proof.ts';
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
    const { balanceCents, availableCents } = account.value;
    const budgetCents = Math.min(availableCents, book.person.usualCostCents);
    if (budgetCents < LEAST_COST_CENTS) continue;
    addStatement(book, {
      settings,
      cooperative,
      month,
      date,
      balanceCents,
      availableCents,
      budgetCents,
      isLast: month === lastMonth,
    });
  }
}

interface AskedPay {
  readonly settings: ActivitySettingsBody;
  readonly cooperative: CooperativeSettingsBody;
  readonly month: string;
  readonly date: string;
  readonly balanceCents: number;
  readonly availableCents: number;
  readonly budgetCents: number;
  readonly isLast: boolean;
}

function addStatement(book: DemoBook, asked: AskedPay): void {
  const { settings, month, date } = asked;
  const facts = asked.cooperative.employerFacts.findLast(({ from }) => from <= date);
  if (facts === undefined) return;
  const input = {
    period: month,
    weeklyMinutes: settings.contract.weeklyMinutes,
    headcount: facts.headcount,
    isCadre: settings.contract.isCadre,
    atmpRatePpm: facts.atmpRatePpm,
    ...settings.payroll,
  };
  const solved = solveFromCost(input, asked.budgetCents);
  // A month without payroll parameters has no pay: the demonstration must open in any year.
  if (!solved.ok) return;
  const { computation, residueCents } = solved.value;
  const status = asked.isLast ? book.random.pick(['requested', 'checked', 'validated']) : 'paid';
  const body: SalaryStatementBody = {
    input: { ...input, grossCents: computation.grossCents },
    account: { balanceCents: asked.balanceCents, availableCents: asked.availableCents, residueCents },
    lines: computation.lines.map(({ source: _source, since: _since, ...figures }) => figures),
    totals: { ...computation.totals },
    computation: { ...proveSalary(input, computation, book.hash) },
    seal: '0'.repeat(64),
    history: writeHistory(book, date, status),
  };
  const statement = addToBook(book, { type: 'salaryStatement', date, status, body });
  if (statement !== undefined) sealLast(book, statement);
}

/** The seal covers the finished record, so it is put in last. */
function sealLast(book: DemoBook, statement: RecordOf<'salaryStatement'>): void {
  const body = { ...statement.body, seal: sealOf(statement, book.hash) };
  book.records[book.records.length - 1] = { ...statement, body };
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
