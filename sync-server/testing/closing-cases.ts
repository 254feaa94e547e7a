import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { makeActivity } from '../../shared/cooperative/rules.test-support.ts';
import {
  makeCustomer,
  makeEntry,
  makeInvoice,
  makePayment,
  makeStatement,
  TEST_SELLER,
  writeAs,
} from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

/** What the cooperative of the cases published. */
export const CASE_RULES: PublishedRules = { ...BUILT_IN_RULES, closedThrough: '2024-12', seller: TEST_SELLER };

const CESA = { kind: 'cesa', weeklyMinutes: 2100, isCadre: false } as const;
const CLOSED = '2024-12-31';
const OPEN = '2025-01-01';

/** Writes into months that the cooperative closed, by whoever. */
export function listClosingCases(activity: string, member: string, support: string): ValidationCase[] {
  const refusal = 'period.closed';
  const on = <R extends AnyRecord>(record: R, date: string): R => ({ ...record, date });
  const entry = (): AnyRecord => makeEntry(member, activity, 2_000);
  const [changed, voided, taken, moved] = [entry(), entry(), entry(), entry()];
  const revise = (record: AnyRecord, change: Parameters<typeof reviseRecord>[2], by = member): AnyRecord =>
    reviseRecord(writeAs(by), record, change);
  const [waiting, looked] = [makeStatement(member, activity), makeStatement(member, activity)];
  const stepOf = (pay: typeof waiting, status: string, by: string): AnyRecord =>
    revise(
      pay,
      { status, body: { ...pay.body, history: [...pay.body.history, { status, at: '2026-03-27T09:00:00.000Z', by }] } },
      by,
    );
  const settings = createRecord(writeAs(support), {
    type: 'activitySettings',
    activityId: activity,
    date: '2024-01-01',
    status: 'active',
    body: { ...makeActivity(), openingDate: '2024-01-01', contract: { ...CESA, startDate: '2024-01-01' } },
  });
  const takenOver = { ...settings, id: 'activitySettings:TAKENOVER' };
  const body: RecordOf<'activitySettings'>['body'] = {
    ...settings.body,
    contract: { ...settings.body.contract, isAssociate: true },
  };
  return [
    { name: 'an entry of a closed month', after: on(entry(), CLOSED), by: 'member', refusal },
    { name: 'the same of the first open day', after: on(entry(), OPEN), by: 'member' },
    {
      name: 'an entry of a closed month by the support team',
      after: on(makeEntry(support, activity, 2_000), CLOSED),
      by: 'support',
      refusal,
    },
    { name: 'an entry of a closed month by the server', after: on(entry(), CLOSED), by: 'server' },
    {
      name: 'a payment of a closed month',
      after: on(makePayment(member, activity, 100), CLOSED),
      by: 'member',
      refusal,
    },
    {
      name: 'a change in a closed month',
      before: on(changed, CLOSED),
      after: revise(on(changed, CLOSED), { body: { ...changed.body, label: 'Autre' } }),
      by: 'member',
      refusal,
    },
    {
      name: 'a void in a closed month',
      before: on(voided, CLOSED),
      after: revise(on(voided, CLOSED), { status: 'voided' }),
      by: 'member',
      refusal,
    },
    {
      name: 'an entry taken out of a closed month',
      before: on(taken, CLOSED),
      after: revise(on(taken, CLOSED), { date: OPEN }),
      by: 'member',
      refusal,
    },
    {
      name: 'an entry moved into a closed month',
      before: on(moved, OPEN),
      after: revise(on(moved, OPEN), { date: CLOSED }),
      by: 'member',
      refusal,
    },
    {
      name: 'a pay asked in a closed month',
      after: on(makeStatement(member, activity), CLOSED),
      by: 'member',
      refusal,
    },
    {
      name: 'a pay withdrawn in a closed month',
      before: on(waiting, CLOSED),
      after: stepOf(on(waiting, CLOSED), 'cancelled', member),
      by: 'member',
      refusal,
    },
    {
      name: 'a pay of a closed month looked at',
      before: on(looked, CLOSED),
      after: stepOf(on(looked, CLOSED), 'checked', support),
      by: 'support',
    },
    {
      name: 'an account taken over in a closed month with another balance',
      before: takenOver,
      after: revise(takenOver, { body: { ...settings.body, openingBalanceCents: 5_000_000 } }, support),
      by: 'support',
      refusal: 'contract.openingClosed',
    },
    { name: 'a customer of those days', after: on(makeCustomer(member, activity), CLOSED), by: 'member' },
    { name: 'a draft invoice of those days', after: on(makeInvoice(member, activity, 'draft'), CLOSED), by: 'member' },
    {
      name: 'a status that changes in a closed month',
      before: settings,
      after: revise(settings, { body }, support),
      by: 'support',
      refusal: 'contract.closedMonths',
    },
  ];
}

type InvoiceBody = RecordOf<'invoice'>['body'];

/** Issued invoices that Sillon would not have issued. */
export function listIssueCases(activity: string, member: string): ValidationCase[] {
  const issue = (change: Partial<InvoiceBody> = {}, date?: string): AnyRecord => {
    const invoice = makeInvoice(member, activity, 'issued');
    return { ...invoice, date: date ?? invoice.date, body: { ...invoice.body, ...change } };
  };
  const { customer, seller, totals, lines } = makeInvoice(member, activity, 'issued').body;
  const refused = (name: string, change: Partial<InvoiceBody>, refusal = 'record.invalid'): ValidationCase => ({
    name: `an issued invoice with ${name}`,
    after: issue(change),
    by: 'member',
    refusal,
  });
  const [line] = lines;
  if (customer === undefined || seller === undefined || line === undefined)
    throw new Error('an issued invoice is whole');
  const [, former] = TEST_SELLER.ibans;
  return [
    refused('no number', { number: '', series: '', sequence: 0 }),
    refused('a number that is not of its sequence', { number: 'F-PL1-2026-0002' }),
    refused('a series of another year', { number: 'F-PL1-2025-0001', series: 'F-PL1-2025' }),
    refused('a series of no device', { number: 'X-0001', series: 'X' }),
    refused('a foreign account', { seller: { ...seller, iban: 'DE89370400440532013000' } }),
    refused('another company as the seller', { seller: { ...seller, siren: '404833048' } }),
    {
      name: 'an issued invoice with an account of before',
      after: issue({ seller: { ...seller, iban: former } }),
      by: 'member',
    },
    refused(
      'no line',
      { lines: [], totals: { ...totals, byRate: [], netCents: 0, vatCents: 0, grossCents: 0 } },
      'billing.emptyInvoice',
    ),
    refused('a line that says nothing', { lines: [{ ...line, description: ' ' }] }, 'billing.lineIncomplete'),
    refused('a due date before its date', { dueDate: '2026-03-01' }, 'billing.dueBeforeIssue'),
    refused(
      'a customer without an address',
      { customer: { ...customer, address: { ...customer.address, city: '' } } },
      'billing.customerAddressMissing',
    ),
    {
      name: 'an issued invoice of another year than its series',
      after: issue({}, '2025-03-12'),
      by: 'member',
      refusal: 'record.invalid',
    },
  ];
}
