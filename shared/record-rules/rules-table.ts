import { checkIssued } from '../billing/check-issued.ts';
import { checkActivitySettings } from '../contract/check-activity-settings.ts';
import { checkOnlySettings, checkSettingsStep } from '../contract/check-settings-step.ts';
import { checkContributionRules } from '../contribution/check-contribution-rules.ts';
import { checkBenefits } from '../cooperative/check-benefits.ts';
import { checkCooperativeRules } from '../cooperative/check-cooperative-rules.ts';
import { checkCountryProfiles } from '../cooperative/check-country-profiles.ts';
import { checkExtraPayLines } from '../cooperative/check-extra-pay-lines.ts';
import { checkNetPay } from '../cooperative/check-net-pay.ts';
import { checkGeneralMeetings } from '../cooperative/check-general-meetings.ts';
import { checkPresentRule } from '../cooperative/check-present-rule.ts';
import { checkClosing } from '../cooperative/check-closing.ts';
import { checkClosedSubject } from '../cooperative/closed-subjects.ts';
import { checkDistinctDates } from '../cooperative/same-date.ts';
import { checkPublication } from '../pay/check-publication.ts';
import { checkStatement } from '../pay/check-statement.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordType } from '../records/registry.ts';
import { isRecordType } from '../records/registry.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { checkKeptVersion } from '../sync/check-kept-version.ts';
import { checkRate, checkRateStep } from '../withholding/check-rate.ts';
import { checkOwnPlanId, checkOwnRateId, checkOwnWeekId, checkReversalId, checkSubjectId } from './own-id.ts';
import type { AnyRules, RecordRules } from './record-rules.ts';
import { noReferences, passes } from './record-rules.ts';

/** Of a subject of the cooperative's settings: what it demands beyond its schema is its own, the rest is the same for all. */
function subject<T extends SettingsSubject>(check: RecordRules<T>['check']): RecordRules<T> {
  return { check, checkNew: checkSubjectId, checkStep: checkClosedSubject, references: noReferences };
}

/** What every record type checks and names. Facts of types stand beside their schemas (`records/`), figures in `check-figures.ts`. */
const RECORD_RULES: { readonly [T in RecordType]: RecordRules<T> } = {
  abroadPay: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  activitySettings: {
    check: ({ body }) => checkActivitySettings(body),
    checkNew: checkOnlySettings,
    checkStep: (before, after, { closedThrough }) => checkSettingsStep(before, after, closedThrough),
    references: noReferences,
  },
  bankImport: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  closing: {
    ...subject(passes),
    checkStep: checkClosing,
  },
  conflictCopy: {
    check: passes,
    checkNew: (record, _hash, writer) => checkKeptVersion(record, writer),
    checkStep: passes,
    references: ({ body }) => [body.recordId],
  },
  contributionRules: subject(({ body }) => checkContributionRules(body.contributionRules)),
  cooperativeBenefits: subject(({ body }) => checkBenefits(body.benefits ?? [])),
  cooperativeIdentity: subject(passes),
  cooperativeSettings: {
    check: ({ body }) => checkCooperativeRules(body),
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  countryProfiles: subject(({ body }) => checkCountryProfiles(body.countryProfiles ?? [])),
  customer: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  employerFacts: {
    ...subject(({ body }) => checkDistinctDates(body.employerFacts)),
    checkStep: (before, after, published) => {
      const chosen = checkPresentRule(before, after);
      return chosen.ok ? checkClosedSubject(before, after, published) : chosen;
    },
  },
  expense: {
    check: passes,
    checkNew: passes,
    checkStep: passes,
    references: noReferences,
  },
  extraPayLines: subject(({ body }) => checkExtraPayLines(body.extraPayLines ?? [])),
  generalMeetings: subject(({ body }) => checkGeneralMeetings(body.generalMeetings ?? [])),
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
  netPay: subject(({ body }) => checkNetPay(body)),
  payment: {
    check: passes,
    checkNew: checkReversalId,
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
    checkStep: (before, after, { versions }) => checkPublication(before, after, versions),
    references: ({ body }) => body.replaces ?? [],
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
  withholdingRate: {
    check: ({ body }) => checkRate(body),
    checkNew: checkOwnRateId,
    checkStep: checkRateStep,
    references: noReferences,
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
