import { describe, expect, it } from 'vitest';
import { listReceivables } from '../../../../shared/billing/receivables.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import {
  SAMPLE_ACTIVITY,
  sampleEntry,
  sampleInvoice,
  samplePayment,
} from '../../../../shared/testing/sample-records.ts';
import { listNextSteps } from './next-steps.ts';

// A Thursday: the last whole week starts on Monday 2 March.
const TODAY = '2026-03-12';
const LAST_MONDAY = '2026-03-02';
const context = sampleContext();

function week(date: string, minutes: number, status = 'active'): AnyRecord {
  const body = { rows: [{ deal: 'Chantier', minutes: [0, minutes, 0, 0, 0, 0, 0] }] };
  return createRecord(context, { type: 'timesheetWeek', activityId: SAMPLE_ACTIVITY, date, status, body });
}

function mismatch(recordId: string): AnyRecord {
  const body = {
    recordId,
    recordDigest: '0'.repeat(64),
    checkedAt: context.clock(),
    ruleVersion: 'x',
    differences: [],
  };
  return createRecord(context, { type: 'verdict', activityId: SAMPLE_ACTIVITY, date: TODAY, status: 'mismatch', body });
}

function stepsOf(records: readonly AnyRecord[], refusedCount = 0, openingDate = '2025-01-01') {
  const receivables = listReceivables(records, TODAY);
  return listNextSteps(records, { receivables, refusedCount, openingDate, today: TODAY });
}

describe('listNextSteps', () => {
  it('has nothing to ask when the week is filled and nothing waits', () => {
    expect(stepsOf([week(LAST_MONDAY, 60)])).toEqual([]);
  });

  it('asks for the hours of the last whole week, not of a week before the book began', () => {
    const asked = [{ kind: 'noHours', count: 1, href: '#/timesheet' }];
    expect(stepsOf([week('2026-03-09', 60), week('2026-02-23', 60)])).toEqual(asked);
    expect(stepsOf([week(LAST_MONDAY, 0), week(LAST_MONDAY, 60, 'voided')])).toEqual(asked);
    expect(stepsOf([], 0, '2026-03-04')).toEqual([]);
  });

  it('counts what waits, the most pressing first, with the amount that is overdue', () => {
    const late = {
      ...sampleInvoice(context, { date: '2026-01-10', netCents: 1_000_00, vatCents: 200_00, dueDate: '2026-02-10' }),
      status: 'issued',
    };
    const draft = sampleInvoice(context, { date: TODAY, netCents: 100, vatCents: 20 });
    const entry = sampleEntry(context, { date: '2026-03-01', amountCents: 100 });
    const toReview = { ...entry, id: 'ledgerEntry:review', body: { ...entry.body, needsReview: true } };
    const steps = stepsOf(
      [
        week(LAST_MONDAY, 60),
        late,
        samplePayment(context, { date: '2026-02-01', invoiceId: late.id, amountCents: 400_00 }),
        draft,
        entry,
        toReview,
        { ...toReview, id: 'ledgerEntry:gone', status: 'voided' },
        mismatch('salaryStatement:1'),
        mismatch('invoice:1'),
        mismatch('invoice:2'),
      ],
      3,
    );
    const dollars = { ...late, id: 'invoice:dollars', body: { ...late.body, currency: 'USD' } };
    expect(stepsOf([week(LAST_MONDAY, 60), late, dollars, { ...late, id: 'invoice:second' }])).toEqual([
      {
        kind: 'overdue',
        count: 3,
        href: '#/invoices',
        due: [
          ['EUR', 2_400_00],
          ['USD', 1_200_00],
        ],
      },
    ]);
    expect(steps).toEqual([
      { kind: 'payMismatch', count: 1, href: '#/pay' },
      { kind: 'invoiceMismatch', count: 2, href: '#/invoices' },
      { kind: 'refused', count: 3, href: '#/sync' },
      { kind: 'overdue', count: 1, href: '#/invoices', due: [['EUR', 800_00]] },
      { kind: 'review', count: 1, href: '#/ledger' },
      { kind: 'draft', count: 1, href: '#/invoices' },
    ]);
  });
});
