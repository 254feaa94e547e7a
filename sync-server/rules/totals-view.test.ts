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
  await network.writeAll(records.map(toDocument), true);
  const totals = openTotals(network);
  expect(await totals.ofYear('2026')).toEqual([
    { activityId: 'A1', type: 'invoice', count: 1, sumMinor: 999 },
    { activityId: 'A1', type: 'ledgerEntry', count: 1, sumMinor: 300 },
    { activityId: 'A1', type: NOT_COUNTED, count: 2, sumMinor: 0 },
  ]);
  expect(await totals.years()).toEqual([{ year: '2026', count: 4 }]);
});
