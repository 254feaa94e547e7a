import { ulid } from 'ulid';
import { createAbroadPay } from '../pay/abroad-request.ts';
import { computeAbroadPay, findCountryProfile } from '../pay/compute-abroad-pay.ts';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import { payBasisOf } from '../pay/pay-input.ts';
import type { AskedPay } from '../pay/pay-request.ts';
import { createStatement } from '../pay/pay-request.ts';
import { settleYear } from '../pay/year-settlement.ts';
import { unwrap } from '../core/result.ts';
import { buildDemoCooperative } from '../demo/build-demo-cooperative.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import type { WriteContext } from '../records/write-record.ts';
import { createRecord } from '../records/write-record.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from '../salary/find-parameters.ts';
import { hash } from './hash.ts';

export const MEMBER = 'lea.morvan';
const demo = buildDemoCooperative('2026-06-30', hash);

/** What the demonstration's cooperative set, and the records that say so. */
export const cooperative: CooperativeSettings = demo.cooperative;
export const settingsRecords: readonly AnyRecord[] = demo.settings;

/** Settings of an activity of the demonstration in another book: from January 2026 on, with 10,000 euros. */
export function settingsFor(activityId: string, account = MEMBER): RecordOf<'activitySettings'> {
  const activity = demo.activities.find(({ person }) => person.account === account);
  const found = activity?.records.find((record) => isOfType(record, 'activitySettings'));
  if (found === undefined || !isOfType(found, 'activitySettings')) throw new Error(`no settings of ${account}`);
  const body = { ...found.body, openingDate: '2026-01-01', openingBalanceCents: 1_000_000, reserveTargetCents: 50_000 };
  return { ...found, id: `activitySettings:${ulid()}`, activityId, body };
}

/** A person on one device at a moment. */
export function deviceAt(device: string, at: string): WriteContext {
  return { author: { user: MEMBER, device }, clock: () => at, newId: ulid };
}

export function makeSale(
  context: WriteContext,
  activityId: string,
  date: string,
  amountCents: number,
): RecordOf<'ledgerEntry'> {
  const body = { label: 'Marché', amountCents, currency: 'EUR', vatRatePpm: 0, vatCents: 0 };
  const category = amountCents < 0 ? 'purchase' : 'sale';
  return createRecord(context, {
    type: 'ledgerEntry',
    activityId,
    date,
    status: 'active',
    body: { ...body, category },
  });
}

/** What a device knows when it asks for a pay. */
export interface KnownBook {
  readonly settings: RecordOf<'activitySettings'>;
  readonly cooperative: CooperativeSettings;
  readonly records: readonly AnyRecord[];
}

/** The pay a device asks from what it knows, as the application makes it; `lie` changes what it is made from. */
export function askPay(
  context: WriteContext,
  { settings, cooperative: terms, records }: KnownBook,
  period: string,
  grossCents: number,
  lie: (pay: AskedPay) => AskedPay = (pay) => pay,
): RecordOf<'salaryStatement'> {
  const { activityId } = settings;
  const date = context.clock().slice(0, 10);
  const account = unwrap(computeActivityAccount({ ...settings.body, activityId }, terms, records, date));
  const statements = records.filter((record) => isOfType(record, 'salaryStatement'));
  const known = { statements, months: account.months, versions: PAYROLL_PARAMETERS };
  const basis = unwrap(payBasisOf(settings.body, terms, period, known));
  const computation = unwrap(computeFromGross(basis.input, grossCents));
  const settlement = unwrap(settleYear(basis, computation, PAYROLL_PARAMETERS));
  const told = lie({ input: basis.input, computation, account, settlement });
  const pay = { ...told, computation: unwrap(computeFromGross(told.input, grossCents)) };
  return createStatement(context, { activityId, date, pay }, hash);
}

/** The pay a device of a member abroad asks. */
export function askAbroad(
  context: WriteContext,
  { settings, cooperative: terms, records }: KnownBook,
  period: string,
  budgetMinor: number,
): RecordOf<'abroadPay'> {
  const { activityId } = settings;
  const date = context.clock().slice(0, 10);
  const account = unwrap(computeActivityAccount({ ...settings.body, activityId }, terms, records, date));
  const profile = unwrap(findCountryProfile(terms.countryProfiles ?? [], settings.body.country, period));
  const pay = unwrap(computeAbroadPay(profile, period, budgetMinor));
  return createAbroadPay(context, { activityId, date, pay, account }, hash);
}
