import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { createStatement } from '../../../../shared/pay/pay-request.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { WriteContext } from '../../../../shared/records/write-record.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import { computeFromGross } from '../../../../shared/salary/compute-from-gross.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../../../shared/testing/sample-records.ts';
import type { BookStore } from '../../book-store.ts';
import { buildConflictCopy, readKeptVersion } from '../../conflicts/conflict-copy.ts';
import { hashBytes } from '../../hash.ts';
import { writeRecords } from '../../storage-access.ts';
import { until } from '../../testing/fresh-store.ts';
import { openSupportStore } from '../../testing/open-support-store.ts';
import { planChoice, settleConflict } from './settle-conflict.ts';

let store: BookStore;
let awa: WriteContext;
beforeEach(async () => {
  store = await openSupportStore(() => '2026-03-26T10:00:00.000Z', {});
  awa = { ...store.parts.context, author: { user: 'awa.diallo', device: 'D2' } };
});
afterEach(() => store.close());

/** Records as the exchange brings them from books to a device of the support team. */
async function bring(records: readonly AnyRecord[]): Promise<void> {
  const { network } = store.parts.collections;
  if (network === undefined) throw new Error('the support team has the network');
  unwrap(
    await writeRecords(
      network,
      records.map((after) => ({ before: undefined, after })),
      'asGiven',
    ),
  );
  await until(() => records.every(({ id }) => store.find(id) !== undefined));
}

function askedPay(): RecordOf<'salaryStatement'> {
  const input = {
    ...{ period: '2026-03', weeklyMinutes: 2100, headcount: 10, isCadre: false, atmpRatePpm: 20_800 },
    ...{ mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
  };
  const computation = unwrap(computeFromGross(input, 150_000));
  const account = { balanceCents: 1_000_000, availableCents: 1_000_000 };
  return createStatement(
    awa,
    { activityId: 'A1', date: '2026-03-20', pay: { input, computation, account } },
    hashBytes,
  );
}

it('no step of a pay comes from a copy, whoever seems to have taken it', async () => {
  const pay = askedPay();
  const { context } = store.parts;
  const history = [...pay.body.history, { status: 'checked', at: context.clock(), by: context.author.user }];
  const forged = reviseRecord<AnyRecord>(context, pay, { status: 'checked', body: { ...pay.body, history } });
  const copy = buildConflictCopy(awa, forged, ['status', 'history'], 'bothFinal');
  await bring([pay, copy]);
  const kept = readKeptVersion(copy);
  if (kept === undefined) throw new Error('it can be read');
  expect(planChoice(pay, kept, copy)).toMatchObject({ error: { code: 'record.final' } });
  expect(await settleConflict(store, copy, 'take')).toMatchObject({ error: { code: 'record.final' } });
  expect([store.find(pay.id)?.status, store.find(copy.id)?.status]).toEqual(['requested', 'open']);
  expect(await settleConflict(store, copy, 'keep')).toEqual({ ok: true, value: undefined });
  await until(() => store.find(copy.id)?.status === 'settled');
});

it('nothing is taken into another record than the one that was kept', async () => {
  const context = sampleContext('awa.diallo', 'D2');
  const [entry, lost] = [1, 2].map((amountCents) => sampleEntry(context, { date: '2026-03-02', amountCents }));
  if (entry === undefined || lost === undefined) throw new Error('two were made');
  const body = { recordId: entry.id, fields: ['amountCents'], reason: 'clash' };
  const fields = { type: 'conflictCopy', activityId: entry.activityId, date: entry.date, status: 'open' } as const;
  const elsewhere = { ...lost, id: entry.id, activityId: 'A2' };
  const copies = [lost, elsewhere].map((kept) =>
    createRecord(context, { ...fields, body: { ...body, copy: { ...kept } } }),
  );
  const moved = createRecord(context, { ...fields, activityId: 'A2', body: { ...body, copy: { ...elsewhere } } });
  await bring([entry, ...copies, moved]);
  for (const copy of [...copies, moved]) {
    expect(await settleConflict(store, copy, 'take')).toMatchObject({ error: { code: 'record.notFound' } });
  }
  expect(store.find(entry.id)?.body['amountCents']).toBe(1);
});
