import type { Receivable } from '../../../../shared/billing/receivables.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import { waitsForChoice } from '../../../data/conflicts/open-conflicts.ts';
import { addDays, mondayOf } from '../../../../shared/time/plain-date.ts';

/** Something that waits for the member, the most pressing first. */
export type NextStepKind =
  'payMismatch' | 'invoiceMismatch' | 'refused' | 'conflict' | 'overdue' | 'review' | 'draft' | 'noHours';

export interface NextStep {
  readonly kind: NextStepKind;
  readonly count: number;
  /** What is still due on overdue invoices, in minor units of each currency. */
  readonly due?: readonly (readonly [currency: string, amountMinor: number])[];
  /** Where it is done. */
  readonly href: string;
}

const PLACES: Readonly<Record<NextStepKind, string>> = {
  payMismatch: '#/pay',
  invoiceMismatch: '#/invoices',
  refused: '#/sync',
  conflict: '#/sync',
  overdue: '#/invoices',
  review: '#/ledger',
  draft: '#/invoices',
  noHours: '#/timesheet',
};

/**
 * What to do next, from the records of the book. Hours are asked for once a week is over, and only for weeks since
 * `openingDate`, the first day of the book.
 */
export function listNextSteps(
  records: Iterable<AnyRecord>,
  facts: {
    readonly receivables: readonly Receivable[];
    readonly refusedCount: number;
    readonly openingDate: string;
    readonly today: string;
  },
): NextStep[] {
  const overdue = facts.receivables.filter(({ isOverdue }) => isOverdue);
  const lastMonday = addDays(mondayOf(facts.today), -7);
  const counts: Record<NextStepKind, number> = {
    payMismatch: 0,
    invoiceMismatch: 0,
    refused: facts.refusedCount,
    conflict: 0,
    overdue: overdue.length,
    review: 0,
    draft: 0,
    noHours: lastMonday >= facts.openingDate ? 1 : 0,
  };
  for (const record of records) {
    const kind = kindOf(record);
    if (kind !== undefined) counts[kind] += 1;
    if (hasHours(record, lastMonday)) counts.noHours = 0;
  }
  return (Object.keys(PLACES) as NextStepKind[])
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({
      kind,
      count: counts[kind],
      href: PLACES[kind],
      ...(kind === 'overdue' && { due: sumByCurrency(overdue) }),
    }));
}

function sumByCurrency(overdue: readonly Receivable[]): [currency: string, amountMinor: number][] {
  const sums = new Map<string, number>();
  for (const { invoice, dueCents } of overdue) {
    const { currency } = invoice.body;
    sums.set(currency, (sums.get(currency) ?? 0) + dueCents);
  }
  return [...sums];
}

function kindOf(record: AnyRecord): NextStepKind | undefined {
  if (isOfType(record, 'verdict') && record.status === 'mismatch') {
    return record.body.recordId.startsWith('salaryStatement:') ? 'payMismatch' : 'invoiceMismatch';
  }
  if (isOfType(record, 'ledgerEntry') && record.status === 'active' && record.body.needsReview === true)
    return 'review';
  if (isOfType(record, 'invoice') && record.status === 'draft') return 'draft';
  if (isOfType(record, 'conflictCopy') && waitsForChoice(record, 'member')) return 'conflict';
  return undefined;
}

function hasHours(record: AnyRecord, monday: string): boolean {
  return (
    isOfType(record, 'timesheetWeek') &&
    record.status === 'active' &&
    record.date === monday &&
    record.body.rows.some(({ minutes }) => minutes.some((value) => value > 0))
  );
}
