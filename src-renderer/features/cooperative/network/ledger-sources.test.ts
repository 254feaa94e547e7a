import { expect, it } from 'vitest';
import { createLedgerRowBuilder } from '../../../../shared/ledger/ledger-row.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import { sampleEntry, sampleInvoice, samplePayment } from '../../../../shared/testing/sample-records.ts';
import { listLedgerSources } from './ledger-sources.ts';

const context = sampleContext();

it('gives the ledger of a book whatever the order of the records', () => {
  const late = sampleEntry(context, { date: '2026-03-09', amountCents: 300 });
  const early = sampleEntry(context, { date: '2026-03-01', amountCents: 100 });
  const invoice = { ...sampleInvoice(context, { date: '2026-02-01', netCents: 100, vatCents: 20 }), status: 'issued' };
  const payment = samplePayment(context, { date: '2026-03-05', invoiceId: invoice.id, amountCents: 120 });
  const draft = sampleInvoice(context, { date: '2026-03-02', netCents: 999, vatCents: 0 });
  for (const records of [
    [late, early, payment, invoice, draft],
    [draft, invoice, payment, early, late],
  ]) {
    const rows = createLedgerRowBuilder()(listLedgerSources(records, 'EUR'));
    expect(rows.map(({ date, netCents }) => [date, netCents])).toEqual([
      ['2026-03-09', 300],
      ['2026-03-05', 100],
      ['2026-03-01', 100],
    ]);
  }
});
