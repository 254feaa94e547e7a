import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordWrite } from './storage-access.ts';

/** What was done, in words the screen translates, and the records it touched. */
export interface UndoEntry {
  readonly label: string;
  readonly writes: readonly RecordWrite[];
}

/** Status that takes back the creation of a record of each type; types that are not here cannot be taken back. */
const TAKEN_BACK: Readonly<Record<string, string>> = {
  activitySettings: 'voided',
  bankImport: 'undone',
  customer: 'voided',
  expense: 'voided',
  invoice: 'voided',
  ledgerEntry: 'voided',
  timesheetWeek: 'voided',
  salaryStatement: 'cancelled',
};

/** What would put a write back, or `undefined` when the record may no longer change (an issued invoice, a payment). */
export function invertWrite(write: RecordWrite): Partial<Pick<AnyRecord, 'date' | 'status' | 'body'>> | undefined {
  const { before, after } = write;
  if (before === undefined) {
    const status = TAKEN_BACK[after.type];
    if (status === undefined || (after.type === 'invoice' && after.status !== 'draft')) return undefined;
    return { status };
  }
  return { date: before.date, status: before.status, body: before.body };
}
