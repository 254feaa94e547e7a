import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import { listPayrollVersions } from '../pay/payroll-versions.ts';
import { createStatement } from '../pay/pay-request.ts';
import type { Hasher } from '../core/ports.ts';
import { unwrap } from '../core/result.ts';
import { DEMO_CONTRIBUTION_RULES } from '../demo/demo-contribution-rules.ts';
import { DEMO_BENEFITS, DEMO_COUNTRY_PROFILES, DEMO_EXTRA_PAY_LINES } from '../demo/demo-pay-rules.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { PayScenario } from '../records/pay-plan.ts';
import { isOfType } from '../records/registry.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { SAMPLE_ACTIVITY, sampleEntry } from '../testing/sample-records.ts';
import { addMonths, lastDay } from '../time/month.ts';
import type { PlanStart } from './compute-pay-plan.ts';
import type { PlannedMember } from './plan-pay.ts';
import type { PlannedMonth } from './planned-month.ts';

const hash: Hasher = (bytes) => bytesToHex(sha256(bytes));
const context = sampleContext();

/** An associate under the tiers of the demonstration, extra lines and benefits included, the year regularised. */
export function plannedMember(settings: Partial<ActivitySettingsBody> = {}): PlannedMember {
  const contract = { kind: 'cesa', startDate: '2024-01-01', weeklyMinutes: 2100, isCadre: false } as const;
  return {
    activityId: SAMPLE_ACTIVITY,
    settings: {
      name: 'Atelier',
      code: 'AT',
      entrepreneur: { account: 'lea.morvan', firstName: 'Léa', lastName: 'Morvan' },
      region: 'Morvan',
      country: 'FR',
      currency: 'EUR',
      openingBalanceCents: 300_000,
      openingDate: '2026-01-01',
      reserveTargetCents: 50_000,
      defaultVatRatePpm: 200_000,
      contract: { ...contract, isAssociate: true },
      payroll: { mutuelleCents: 4_200, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
      ...settings,
    },
    cooperative: {
      contributionRules: DEMO_CONTRIBUTION_RULES,
      employerFacts: [{ from: '2020-01-01', headcount: 18, atmpRatePpm: 20_800 }],
      extraPayLines: DEMO_EXTRA_PAY_LINES,
      benefits: DEMO_BENEFITS,
      countryProfiles: DEMO_COUNTRY_PROFILES,
      isYearRegularised: true,
    } as Partial<CooperativeSettings> as CooperativeSettings,
  };
}

/** Where a plan starts, from the records of a book on a day. */
export function planStart(member: PlannedMember, records: readonly AnyRecord[], asOf: string): PlanStart {
  const settings = { ...member.settings, activityId: member.activityId };
  const account = unwrap(computeActivityAccount(settings, member.cooperative, records, asOf));
  const statements = records.filter((record) => isOfType(record, 'salaryStatement'));
  return {
    account,
    context: { statements, months: account.months, versions: listPayrollVersions([]) },
  };
}

/** Months one after the other; figures left out are zero. */
export function scenarioOf(
  first: string,
  months: readonly { turnoverCents?: number; chargesCents?: number; payCents?: number }[],
  rest: Partial<PayScenario> = {},
): PayScenario {
  return {
    name: 'test',
    direction: 'cost',
    reserveTargetCents: 0,
    months: months.map((month, index) => ({
      turnoverCents: 0,
      chargesCents: 0,
      payCents: 0,
      ...month,
      month: addMonths(first, index),
    })),
    ...rest,
  };
}

/** The records that a plan come true would have left in the book: its pays were validated, so what they give back counts. */
export function recordsOf(months: readonly PlannedMonth[], account: PlanStart['account']): AnyRecord[] {
  return months.flatMap(({ month, turnoverCents, chargesCents, pay }): AnyRecord[] => {
    const date = lastDay(month);
    const earned = turnoverCents > 0 ? [sampleEntry(context, { date, amountCents: turnoverCents })] : [];
    const spent =
      chargesCents > 0 ? [sampleEntry(context, { date, amountCents: -chargesCents, category: 'otherCharge' })] : [];
    if (pay?.kind !== 'salary') return [...earned, ...spent];
    const asked = { input: pay.prepared.input, computation: pay.computation, account };
    const statement = createStatement(context, { activityId: SAMPLE_ACTIVITY, date, pay: asked }, hash);
    return [...earned, ...spent, { ...statement, status: 'validated' }];
  });
}
