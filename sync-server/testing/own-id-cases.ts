import { reversalId } from '../../shared/billing/payment-reversal.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { payPlanId } from '../../shared/planning/pay-plan-id.ts';
import { weekId } from '../../shared/timesheets/week-id.ts';
import { hash } from '../data-folder/hash.ts';
import { writeAs } from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

const MONDAY = '2026-03-16';
const OTHER = 'activity:01HK153X0173FHWT6W4MS9X6BE';

/** Ids that follow from an activity are taken from that activity alone. */
export function listOwnIdCases(activityId: string, member: string): ValidationCase[] {
  const common = { activityId, date: MONDAY, status: 'active' } as const;
  const week = createRecord(writeAs(member), { ...common, type: 'timesheetWeek', body: { rows: [] } });
  const plan = createRecord(writeAs(member), { ...common, type: 'payPlan', body: { scenarios: [], watched: [] } });
  const reversal = createRecord(writeAs(member), {
    ...{ ...common, type: 'payment', status: 'recorded' },
    body: { invoiceId: 'invoice:1', amountCents: -5000, currency: 'EUR', method: 'transfer', reverses: 'payment:1' },
  });
  const withId = (record: AnyRecord, id: string): AnyRecord => ({ ...record, id });
  return [
    { name: 'a week of its activity', after: withId(week, weekId(activityId, MONDAY, hash)), by: 'member' },
    {
      name: 'a week that another activity will need',
      after: withId(week, weekId(OTHER, MONDAY, hash)),
      by: 'member',
      refusal: 'record.invalid',
    },
    { name: 'a payment taken back', after: withId(reversal, reversalId('payment:1', hash)), by: 'member' },
    { name: 'a payment taken back once more', after: reversal, by: 'member', refusal: 'record.invalid' },
    { name: 'a plan of its activity', after: withId(plan, payPlanId(activityId, hash)), by: 'member' },
    {
      name: 'a plan that another activity will need',
      after: withId(plan, payPlanId(OTHER, hash)),
      by: 'member',
      refusal: 'record.invalid',
    },
  ];
}
