import type { ContributionRule } from '../records/contribution-rule.ts';
import type { RecordOf } from '../records/registry.ts';
import type { WriteContext } from '../records/write-record.ts';
import { createRecord } from '../records/write-record.ts';

export const SAMPLE_ACTIVITY = '01J0000000000000000000ACT1';

/** A flat contribution of 10 % of collected turnover since 2025. */
export const SAMPLE_RULE: ContributionRule = {
  version: 'test-1',
  from: '2025-01-01',
  base: 'collected',
  ratePpm: 100_000,
  source: 'general meeting of 2024-12-14 (test)',
};

/** A ledger entry; amounts in cents, VAT given. */
export function sampleEntry(
  context: WriteContext,
  fields: {
    date: string;
    amountCents: number;
    vatCents?: number;
    category?: RecordOf<'ledgerEntry'>['body']['category'];
  },
): RecordOf<'ledgerEntry'> {
  return createRecord(context, {
    type: 'ledgerEntry',
    activityId: SAMPLE_ACTIVITY,
    date: fields.date,
    status: 'active',
    body: {
      label: 'Marché',
      category: fields.category ?? 'sale',
      amountCents: fields.amountCents,
      currency: 'EUR',
      vatRatePpm: 200_000,
      vatCents: fields.vatCents ?? 0,
    },
  });
}

/** A draft invoice with given totals. */
export function sampleInvoice(
  context: WriteContext,
  fields: { date: string; netCents: number; vatCents: number; dueDate?: string },
): RecordOf<'invoice'> {
  const grossCents = fields.netCents + fields.vatCents;
  return createRecord(context, {
    type: 'invoice',
    activityId: SAMPLE_ACTIVITY,
    date: fields.date,
    status: 'draft',
    body: {
      number: '',
      series: '',
      sequence: 0,
      customerId: 'customer:1',
      dueDate: fields.dueDate ?? fields.date,
      currency: 'EUR',
      subject: 'Atelier',
      lines: [],
      totals: {
        byRate: [{ vatRatePpm: 200_000, netCents: fields.netCents, vatCents: fields.vatCents }],
        netCents: fields.netCents,
        vatCents: fields.vatCents,
        grossCents,
      },
    },
  });
}

/** A payment of an invoice. */
export function samplePayment(
  context: WriteContext,
  fields: { date: string; invoiceId: string; amountCents: number },
): RecordOf<'payment'> {
  return createRecord(context, {
    type: 'payment',
    activityId: SAMPLE_ACTIVITY,
    date: fields.date,
    status: 'recorded',
    body: { invoiceId: fields.invoiceId, amountCents: fields.amountCents, currency: 'EUR', method: 'transfer' },
  });
}
