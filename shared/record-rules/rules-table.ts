import { checkIssued } from '../billing/check-issued.ts';
import { checkClosedSettings } from '../cooperative/closed-settings.ts';
import { checkActivitySettings } from '../contract/check-activity-settings.ts';
import { checkCooperativeRules } from '../cooperative/check-cooperative-rules.ts';
import { checkStatement } from '../pay/check-statement.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordType } from '../records/registry.ts';
import { isRecordType } from '../records/registry.ts';
import { checkOwnPlanId, checkOwnWeekId } from './own-id.ts';
import type { AnyRules, RecordRules } from './record-rules.ts';
import { noReferences, passes } from './record-rules.ts';

/** What every record type checks and names. Facts of types stand beside their schemas (`records/`), figures in `figures-table.ts`. */
const RECORD_RULES: { readonly [T in RecordType]: RecordRules<T> } = {
  abroadPay: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  activitySettings: {
    check: ({ body }) => checkActivitySettings(body),
    checkNew: passes,
    checkStep: (before, after, { closedThrough }) => checkClosedSettings(before, after, closedThrough),
    references: noReferences,
  },
  bankImport: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  conflictCopy: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: ({ body }) => [body.recordId],
  },
  cooperativeSettings: {
    check: ({ body }) => checkCooperativeRules(body),
    checkNew: passes,
    checkStep: (before, after) => checkClosedSettings(before, after),
    references: noReferences,
  },
  customer: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  expense: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  invoice: {
    check: passes,
    checkNew: passes,
    checkStep: (before, after, { seller }) => checkIssued(before, after, seller),
    references: ({ body }) => [body.customerId],
  },
  ledgerEntry: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: ({ body }) => (body.bank === undefined ? [] : [body.bank.importId]),
  },
  payment: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: ({ body }) => [body.invoiceId, ...(body.bank === undefined ? [] : [body.bank.importId])],
  },
  payPlan: {
    check: passes,
    checkNew: checkOwnPlanId,
    checkStep: passes,
    references: noReferences,
  },
  payrollVersion: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  salaryStatement: {
    check: checkStatement,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  syncMark: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  timesheetWeek: {
    check: passes,
    checkNew: checkOwnWeekId,
    checkStep: passes,
    references: noReferences,
  },
  verdict: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: ({ body }) => [body.recordId],
  },
};

/** The functions of a record's own type; `undefined` for a type that this version does not know. */
export function rulesOf({ type }: AnyRecord): AnyRules | undefined {
  // Whoever hands a record over to them has checked its body against the schema of its type.
  return isRecordType(type) ? (RECORD_RULES[type] as unknown as AnyRules) : undefined;
}

/** Ids of the records that a record names. */
export function referencesOf(record: AnyRecord): readonly string[] {
  return rulesOf(record)?.references(record) ?? [];
}
