import { abroadPayFacts } from './abroad-pay.ts';
import { activitySettingsFacts } from './activity-settings.ts';
import { bankImportFacts } from './bank-import.ts';
import { closingFacts } from './closing.ts';
import { conflictCopyFacts } from './conflict-copy.ts';
import { contributionRulesFacts } from './contribution-rules.ts';
import { cooperativeBenefitsFacts } from './cooperative-benefits.ts';
import { cooperativeIdentityFacts } from './cooperative-identity.ts';
import { cooperativeSettingsFacts } from './cooperative-settings.ts';
import { countryProfilesFacts } from './country-profiles.ts';
import { customerFacts } from './customer.ts';
import { employerFactsFacts } from './employer-facts.ts';
import { expenseFacts } from './expense.ts';
import { extraPayLinesFacts } from './extra-pay-lines.ts';
import { generalMeetingsFacts } from './general-meetings.ts';
import { invoiceFacts } from './invoice.ts';
import { ledgerEntryFacts } from './ledger-entry.ts';
import { netPayFacts } from './net-pay.ts';
import { payPlanFacts } from './pay-plan.ts';
import { paymentFacts } from './payment.ts';
import { payrollVersionFacts } from './payroll-version.ts';
import { salaryStatementFacts } from './salary-statement.ts';
import { syncMarkFacts } from './sync-mark.ts';
import { timesheetWeekFacts } from './timesheet-week.ts';
import { verdictFacts } from './verdict.ts';
import { withholdingRateFacts } from './withholding-rate.ts';
import type { AnyRecord } from './envelope.ts';
import type { RecordFacts } from './record-facts.ts';
import type { z } from './zod.ts';

export type { DatabaseName } from './record-facts.ts';

const FACTS = {
  abroadPay: abroadPayFacts,
  activitySettings: activitySettingsFacts,
  bankImport: bankImportFacts,
  closing: closingFacts,
  conflictCopy: conflictCopyFacts,
  contributionRules: contributionRulesFacts,
  cooperativeBenefits: cooperativeBenefitsFacts,
  cooperativeIdentity: cooperativeIdentityFacts,
  cooperativeSettings: cooperativeSettingsFacts,
  countryProfiles: countryProfilesFacts,
  customer: customerFacts,
  employerFacts: employerFactsFacts,
  expense: expenseFacts,
  extraPayLines: extraPayLinesFacts,
  generalMeetings: generalMeetingsFacts,
  invoice: invoiceFacts,
  ledgerEntry: ledgerEntryFacts,
  netPay: netPayFacts,
  payment: paymentFacts,
  payPlan: payPlanFacts,
  payrollVersion: payrollVersionFacts,
  salaryStatement: salaryStatementFacts,
  syncMark: syncMarkFacts,
  timesheetWeek: timesheetWeekFacts,
  verdict: verdictFacts,
  withholdingRate: withholdingRateFacts,
} satisfies Readonly<Record<string, RecordFacts>>;

/** Name of a record type. */
export type RecordType = keyof typeof FACTS;

/** Body type of each record type. */
export type Bodies = { [T in RecordType]: z.infer<(typeof FACTS)[T]['body']> };

/** A record whose body was checked against its type's schema. */
export interface RecordOf<T extends RecordType> extends AnyRecord {
  readonly type: T;
  readonly body: Bodies[T] & Readonly<Record<string, unknown>>;
}

/** Every record type: what is true of it, declared beside its schema. The one list of types. */
export const RECORD_TYPES: Readonly<Record<RecordType, RecordFacts>> = FACTS;

/** The types that are pays. */
export type PayType = { [T in RecordType]: (typeof FACTS)[T]['isPay'] extends true ? T : never }[RecordType];

/** The types that count for something: they move the account or stand in the ledger. */
export type CountedType = { [T in RecordType]: (typeof FACTS)[T]['counts'] extends 'nothing' ? never : T }[RecordType];

/** Names of all types. */
export const TYPE_NAMES = Object.keys(FACTS) as readonly RecordType[];

/** Whether a text names a record type this version of Sillon knows. */
export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(RECORD_TYPES, type);
}

/** Whether a record is of a given type; its body is trusted to have been checked when it entered the store. */
export function isOfType<T extends RecordType>(record: AnyRecord, type: T): record is RecordOf<T> {
  return record.type === type;
}
