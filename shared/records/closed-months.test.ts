import { describe, expect, it } from 'vitest';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry, sampleInvoice, samplePayment } from '../testing/sample-records.ts';
import { checkClosedMonths } from './closed-months.ts';

const context = sampleContext();
const closed = { ...sampleEntry(context, { date: '2026-03-31', amountCents: 12_000, vatCents: 0 }), rev: '1-a' };
const open = { ...closed, date: '2026-04-01' };
const refused = { ok: false, error: { code: 'period.closed', details: { month: '2026-03' } } };

describe('closed months', () => {
  it('take no new entry, no correction, nothing moved in or out', () => {
    expect(checkClosedMonths(undefined, closed, '2026-03')).toMatchObject(refused);
    expect(checkClosedMonths(closed, { ...closed, status: 'voided' }, '2026-03')).toMatchObject(refused);
    expect(checkClosedMonths(open, closed, '2026-03')).toMatchObject(refused);
    expect(checkClosedMonths(closed, open, '2026-03')).toMatchObject(refused);
    expect(checkClosedMonths(open, { ...open, status: 'voided' }, '2026-03').ok).toBe(true);
    expect(checkClosedMonths(undefined, closed, '2026-02').ok).toBe(true);
    expect(checkClosedMonths(undefined, closed, undefined).ok).toBe(true);
  });

  it('let go of what no server ever took', () => {
    expect(checkClosedMonths({ ...closed, rev: '' }, open, '2026-03').ok).toBe(true);
  });

  it('take no payment and no issued invoice, but let drafts be', () => {
    const draft = sampleInvoice(context, { date: '2026-03-02', netCents: 10_000, vatCents: 2_000 });
    const payment = samplePayment(context, { date: '2026-03-02', invoiceId: draft.id, amountCents: 100 });
    expect(checkClosedMonths(undefined, payment, '2026-03')).toMatchObject(refused);
    expect(checkClosedMonths(draft, { ...draft, status: 'issued' }, '2026-03')).toMatchObject(refused);
    expect(checkClosedMonths(undefined, { ...draft, status: 'draft' }, '2026-03').ok).toBe(true);
  });
});
