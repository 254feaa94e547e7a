import { afterAll, beforeAll, expect, it } from 'vitest';
import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import { NOT_COUNTED } from '../../shared/network/not-counted.ts';
import { makeOfNewerSchema, makeOfUnknownType } from '../../shared/testing/newer-records.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry, sampleInvoice } from '../../shared/testing/sample-records.ts';
import { toDocument } from '../couch/stored-record.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { provisionServer } from './provision.ts';
import { openTotals } from './totals-view.ts';

const context = sampleContext();
let server: TestCouch;
beforeAll(async () => {
  server = await startTestCouch();
  await provisionServer(server.couch);
});
afterAll(() => server.close());

it('counts what counts, and says of what a later version wrote that it does not', async () => {
  const network = server.couch.database(NETWORK_DATABASE);
  const entry = sampleEntry(context, { date: '2026-03-09', amountCents: 300 });
  const draft = sampleInvoice(context, { date: '2026-03-02', netCents: 999, vatCents: 0 });
  const records = [
    entry,
    { ...sampleEntry(context, { date: '2026-04-09', amountCents: 50 }), status: 'voided' },
    draft,
    { ...draft, id: `${draft.id}1`, status: 'issued' },
    makeOfUnknownType(context),
    makeOfNewerSchema(context),
  ].map((record) => ({ ...record, activityId: 'A1' }));
  const others = [
    { ...sampleEntry(context, { date: '2026-03-09', amountCents: 7 }), activityId: 'A2' },
    { ...sampleEntry(context, { date: '2025-12-31', amountCents: 20 }), activityId: 'A1' },
    { ...sampleEntry(context, { date: '2026-11-30', amountCents: 30 }), activityId: 'A1' },
  ];
  await network.writeAll([...records, ...others].map(toDocument), true);
  const totals = openTotals(network);
  expect(await totals.ofYear('2026')).toEqual([
    { activityId: 'A1', type: 'invoice', count: 1, sumMinor: 999 },
    { activityId: 'A1', type: 'ledgerEntry', count: 2, sumMinor: 330 },
    { activityId: 'A1', type: NOT_COUNTED, count: 2, sumMinor: 0 },
    { activityId: 'A2', type: 'ledgerEntry', count: 1, sumMinor: 7 },
  ]);
  expect(await totals.ofActivity('2026', 'A1')).toEqual([
    { activityId: 'A1', type: 'invoice', month: '03', count: 1, sumMinor: 999 },
    { activityId: 'A1', type: 'ledgerEntry', month: '03', count: 1, sumMinor: 300 },
    { activityId: 'A1', type: 'ledgerEntry', month: '11', count: 1, sumMinor: 30 },
    { activityId: 'A1', type: NOT_COUNTED, month: '03', count: 2, sumMinor: 0 },
  ]);
  expect(await totals.years()).toEqual([
    { year: '2026', count: 6 },
    { year: '2025', count: 1 },
  ]);
});
