import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf, RecordType } from '../records/registry.ts';
import { isRecordType } from '../records/registry.ts';
import { findAbroadPayDifferences } from './abroad-figures.ts';
import type { Difference } from './difference.ts';
import { MAX_DIFFERENCES } from './difference.ts';
import type { FigureTools } from './figure-tools.ts';
import { findInvoiceDifferences } from './invoice-figures.ts';
import { findPriceDifferences } from './price-figures.ts';
import { findStatementDifferences } from './statement-figures.ts';

type FindDifferences<T extends RecordType> = (record: RecordOf<T>, tools: FigureTools) => readonly Difference[];

/** Of a type without computed figures. */
const none = (): readonly Difference[] => [];

/**
 * The computed figures of every record type that do not follow from what they were computed from. Apart from the other
 * functions of types: it brings the engines with it, and a device that opens its screens needs none of them.
 */
const FIGURES: { readonly [T in RecordType]: FindDifferences<T> } = {
  abroadPay: findAbroadPayDifferences,
  activitySettings: none,
  bankImport: none,
  closing: none,
  conflictCopy: none,
  contributionRules: none,
  cooperativeBenefits: none,
  cooperativeIdentity: none,
  cooperativeSettings: none,
  countryProfiles: none,
  customer: none,
  employerFacts: none,
  expense: findPriceDifferences,
  extraPayLines: none,
  generalMeetings: none,
  invoice: findInvoiceDifferences,
  ledgerEntry: findPriceDifferences,
  netPay: none,
  payment: none,
  payPlan: none,
  payrollVersion: none,
  salaryStatement: findStatementDifferences,
  syncMark: none,
  timesheetWeek: none,
  verdict: none,
  withholdingRate: none,
};

/** Recomputes every computed figure of a record with the shared rules; an empty list means that all of them follow. */
export function checkFigures(record: AnyRecord, tools: FigureTools): readonly Difference[] {
  if (!isRecordType(record.type)) return [];
  // Whoever asks has checked the body against the schema of its type.
  const find = FIGURES[record.type] as FindDifferences<RecordType>;
  return find(record as RecordOf<RecordType>, tools).slice(0, MAX_DIFFERENCES);
}
