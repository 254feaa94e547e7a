import type { z } from './zod.ts';
import type { AbroadPayBody } from './abroad-pay.ts';
import { abroadPayBody } from './abroad-pay.ts';
import type { ActivitySettingsBody } from './activity-settings.ts';
import { activitySettingsBody } from './activity-settings.ts';
import type { BankImportBody } from './bank-import.ts';
import { bankImportBody } from './bank-import.ts';
import type { ConflictCopyBody } from './conflict-copy.ts';
import { conflictCopyBody } from './conflict-copy.ts';
import type { CooperativeSettingsBody } from './cooperative-settings.ts';
import { cooperativeSettingsBody } from './cooperative-settings.ts';
import type { CustomerBody } from './customer.ts';
import { customerBody } from './customer.ts';
import type { AnyRecord } from './envelope.ts';
import type { ExpenseBody } from './expense.ts';
import { expenseBody } from './expense.ts';
import type { InvoiceBody } from './invoice.ts';
import { invoiceBody } from './invoice.ts';
import type { LedgerEntryBody } from './ledger-entry.ts';
import { ledgerEntryBody } from './ledger-entry.ts';
import type { PaymentBody } from './payment.ts';
import { paymentBody } from './payment.ts';
import type { PayPlanBody } from './pay-plan.ts';
import { payPlanBody } from './pay-plan.ts';
import type { PayrollVersionBody } from './payroll-version.ts';
import { payrollVersionBody } from './payroll-version.ts';
import type { SalaryStatementBody } from './salary-statement.ts';
import { salaryStatementBody } from './salary-statement.ts';
import type { SyncMarkBody } from './sync-mark.ts';
import { syncMarkBody } from './sync-mark.ts';
import type { TimesheetWeekBody } from './timesheet-week.ts';
import { timesheetWeekBody } from './timesheet-week.ts';
import type { VerdictBody } from './verdict.ts';
import { verdictBody } from './verdict.ts';

/** Body type of each record type. */
export interface Bodies {
  abroadPay: AbroadPayBody;
  activitySettings: ActivitySettingsBody;
  bankImport: BankImportBody;
  conflictCopy: ConflictCopyBody;
  cooperativeSettings: CooperativeSettingsBody;
  customer: CustomerBody;
  expense: ExpenseBody;
  invoice: InvoiceBody;
  ledgerEntry: LedgerEntryBody;
  payment: PaymentBody;
  payPlan: PayPlanBody;
  payrollVersion: PayrollVersionBody;
  salaryStatement: SalaryStatementBody;
  syncMark: SyncMarkBody;
  timesheetWeek: TimesheetWeekBody;
  verdict: VerdictBody;
}

/** Name of a record type. */
export type RecordType = keyof Bodies;

/** A record whose body was checked against its type's schema. */
export interface RecordOf<T extends RecordType> extends AnyRecord {
  readonly type: T;
  readonly body: Bodies[T] & Readonly<Record<string, unknown>>;
}

/** The logical databases; `book` stands for one database an activity. */
export type DatabaseName = 'book' | 'commons' | 'office' | 'network';

/** Who may create and change records of a type: the activity's members, the support team, or the sync server alone. */
export type Writer = 'member' | 'supportTeam' | 'server';

/** What Sillon knows of a record type. */
export interface RecordTypeInfo {
  readonly body: z.ZodType;
  readonly version: number;
  readonly database: DatabaseName;
  readonly writers: readonly Writer[];
  /** The status a record of the type begins with. */
  readonly first: string;
  /** Allowed statuses with the statuses each may move to; a status without followers is final: the record never changes again. */
  readonly statuses: Readonly<Record<string, readonly string[]>>;
  /** Statuses in which the body may still change. */
  readonly editable: readonly string[];
  /** Characters of JSON a record may have: twice what its schema takes. Without it the bounds of any record hold. */
  readonly mostChars?: number;
  /** Members of the body that are lists of rows, with the member that names a row: two devices' rows are merged. */
  readonly rowKeys?: Readonly<Record<string, string>>;
  /** Members of the body that only make sense together: a merge takes them from one side. */
  readonly together?: readonly (readonly string[])[];
}

/** From the member's request to the payment; the support team takes the steps in between. */
const PAY = {
  requested: ['checked', 'refused', 'cancelled'],
  checked: ['validated', 'refused'],
  validated: ['paid'],
  paid: [],
  refused: [],
  cancelled: [],
} as const;

/** A price and the tax computed from it. */
const PRICE = ['amountCents', 'currency', 'vatRatePpm', 'vatCents'];

/** Types of which a book has thousands and a screen or a job reads all: some short texts. */
const SMALL = 16_000;

const LIVE = { active: ['voided'], voided: ['active'] } as const;

/** Every record type: schema, version, database, who may write it, life cycle. The one place a type is declared. */
export const RECORD_TYPES: Readonly<Record<RecordType, RecordTypeInfo>> = {
  abroadPay: {
    body: abroadPayBody,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'requested',
    statuses: PAY,
    editable: [],
  },
  activitySettings: {
    body: activitySettingsBody,
    version: 1,
    database: 'book',
    writers: ['supportTeam'],
    first: 'active',
    statuses: LIVE,
    editable: ['active'],
  },
  bankImport: {
    body: bankImportBody,
    mostChars: SMALL,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'imported',
    statuses: { imported: ['undone'], undone: ['imported'] },
    editable: [],
  },
  conflictCopy: {
    body: conflictCopyBody,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'open',
    statuses: { open: ['settled'], settled: ['open'] },
    editable: [],
  },
  cooperativeSettings: {
    body: cooperativeSettingsBody,
    version: 1,
    database: 'commons',
    writers: ['supportTeam'],
    first: 'active',
    statuses: LIVE,
    editable: ['active'],
  },
  customer: {
    body: customerBody,
    mostChars: SMALL,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'active',
    statuses: LIVE,
    editable: ['active'],
  },
  expense: {
    body: expenseBody,
    mostChars: SMALL,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'active',
    statuses: LIVE,
    editable: ['active'],
    together: [PRICE],
  },
  invoice: {
    body: invoiceBody,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'draft',
    statuses: { draft: ['issued', 'voided'], issued: [], voided: ['draft'] },
    editable: ['draft'],
    together: [['lines', 'currency', 'totals']],
  },
  ledgerEntry: {
    body: ledgerEntryBody,
    mostChars: SMALL,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'active',
    statuses: LIVE,
    editable: ['active'],
    together: [PRICE],
  },
  payment: {
    body: paymentBody,
    mostChars: SMALL,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'recorded',
    statuses: { recorded: [] },
    editable: [],
  },
  payPlan: {
    body: payPlanBody,
    mostChars: 84_000,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'active',
    statuses: LIVE,
    editable: ['active'],
    rowKeys: { scenarios: 'name', watched: 'label' },
  },
  payrollVersion: {
    body: payrollVersionBody,
    version: 1,
    database: 'commons',
    writers: ['supportTeam'],
    first: 'draft',
    statuses: { draft: ['published', 'voided'], published: [], voided: ['draft'] },
    editable: ['draft'],
  },
  salaryStatement: {
    body: salaryStatementBody,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'requested',
    statuses: PAY,
    editable: [],
  },
  syncMark: {
    body: syncMarkBody,
    version: 1,
    database: 'network',
    writers: ['server'],
    first: 'active',
    statuses: { active: [] },
    editable: ['active'],
  },
  timesheetWeek: {
    body: timesheetWeekBody,
    mostChars: 56_000,
    version: 1,
    database: 'book',
    writers: ['member', 'supportTeam'],
    first: 'active',
    statuses: LIVE,
    editable: ['active'],
    rowKeys: { rows: 'deal' },
  },
  verdict: {
    body: verdictBody,
    version: 1,
    database: 'book',
    writers: ['server'],
    first: 'verified',
    statuses: { verified: ['mismatch'], mismatch: ['verified'] },
    editable: ['verified', 'mismatch'],
  },
};

/** Whether a text names a record type this version of Sillon knows. */
export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(RECORD_TYPES, type);
}

/** Whether records of any type live in a database; until then there is nothing in it to exchange. */
export function isLivedIn(name: DatabaseName): boolean {
  return Object.values(RECORD_TYPES).some(({ database }) => database === name);
}

/** Whether a record is of a given type; its body is trusted to have been checked when it entered the store. */
export function isOfType<T extends RecordType>(record: AnyRecord, type: T): record is RecordOf<T> {
  return record.type === type;
}
