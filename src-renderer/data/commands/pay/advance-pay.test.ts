import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { createStatement } from '../../../../shared/pay/pay-request.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { makeOfUnknownType } from '../../../../shared/testing/newer-records.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import { computeFromGross } from '../../../../shared/salary/compute-from-gross.ts';
import type { SalaryInput } from '../../../../shared/salary/salary-input.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import type { RecordCollection } from '../../storage-access.ts';
import { writeRecords } from '../../storage-access.ts';
import { until } from '../../testing/fresh-store.ts';
import { openSupportStore } from '../../testing/open-support-store.ts';
import { advancePays } from './advance-pay.ts';

type Statement = RecordOf<'salaryStatement'>;

const INPUT: SalaryInput = {
  period: '2026-03',
  weeklyMinutes: 2100,
  headcount: 10,
  isCadre: false,
  atmpRatePpm: 20_800,
  mutuelleCents: 4000,
  mutuelleEmployerSharePpm: 500_000,
  transportRatePpm: 0,
};

let store: BookStore;
let network: RecordCollection;
beforeEach(async () => {
  store = await openSupportStore(() => '2026-03-26T10:00:00.000Z', {});
  const { network: found } = store.parts.collections;
  if (found === undefined) throw new Error('the support team has the network');
  network = found;
});
afterEach(() => store.close());

/** Pays that members asked for, as the exchange brought them. */
async function bringPays(count: number): Promise<Statement[]> {
  const account = { balanceCents: 1_000_000, availableCents: 1_000_000 };
  const pays = Array.from({ length: count }, (_, index) => {
    const computation = unwrap(computeFromGross(INPUT, 150_000 + index));
    const fields = { activityId: 'A1', date: '2026-03-20', pay: { input: INPUT, computation, account } };
    const context = { ...store.parts.context, author: { user: 'awa.diallo', device: 'D2' } };
    return createStatement(context, fields, hashBytes);
  });
  await writeRecords(
    network,
    pays.map((after) => ({ before: undefined, after })),
    'asGiven',
  );
  await until(() => pays.every(({ id }) => store.find(id) !== undefined));
  return pays;
}

const statusOf = ({ id }: Statement): string | undefined => store.find(id)?.status;

/** Writes of the store and news to the screens while something is done. */
async function countWhile(work: () => Promise<unknown>): Promise<{ readonly writes: number; readonly news: number }> {
  const seen = { writes: 0, news: 0 };
  const writes = network.eventBulks$.subscribe(() => (seen.writes += 1));
  const stopNews = store.image('network').subscribe(() => (seen.news += 1));
  await work();
  writes.unsubscribe();
  stopNews();
  return seen;
}

describe('one step for many pays', () => {
  it('is one write, and the screens hear of it once', async () => {
    const pays = await bringPays(300);
    const seen = await countWhile(async () => {
      expect(await advancePays(store, pays, 'checked')).toEqual(new Map());
      await until(() => pays.every((pay) => statusOf(pay) === 'checked'));
    });
    expect(seen).toEqual({ writes: 1, news: 1 });
    expect(store.find(pays[299]?.id ?? '')?.body['history']).toMatchObject([
      { status: 'requested' },
      { status: 'checked', by: store.parts.account.account },
    ]);
  });

  it('says of each pay why it is refused, and takes the others', async () => {
    const [good, forged, overtaken, validated, last] = (await bringPays(5)) as [
      Statement,
      Statement,
      Statement,
      Statement,
      Statement,
    ];
    // Another window of the support team was quicker.
    const ahead = reviseRecord(store.parts.context, overtaken, { status: 'refused' });
    await writeRecords(network, [{ before: overtaken, after: ahead }]);
    const wrong = { ...forged, body: { ...forged.body, seal: '0'.repeat(64) } };
    const late = { ...validated, status: 'validated' };
    const { computation } = last.body;
    const older = { ...last, body: { ...last.body, computation: { ...computation, ruleVersion: 'salary-2020-01.1' } } };
    expect((await advancePays(store, [older], 'checked')).get(last.id)?.code).toBe('salary.otherRules');
    const refused = await advancePays(store, [good, wrong, overtaken, late, last], 'checked');
    expect([...refused].map(([id, { code }]) => [id, code]).sort()).toEqual(
      [
        [forged.id, 'salary.mismatch'],
        [overtaken.id, 'store.writeFailed'],
        [validated.id, 'record.transition'],
      ].sort(),
    );
    expect(refused.get(overtaken.id)?.details).toMatchObject({ changedElsewhere: true });
    await until(() => statusOf(good) === 'checked' && statusOf(last) === 'checked');
    expect([forged, overtaken, validated].map(statusOf)).toEqual(['requested', 'refused', 'requested']);
  });

  it('takes none further in a book that holds what only a newer Sillon understands, but refuses it', async () => {
    const [pay] = (await bringPays(1)) as [Statement];
    const later = makeOfUnknownType(store.parts.context, 'ELSEWHERE');
    await writeRecords(network, [{ before: undefined, after: later }], 'asGiven');
    await until(() => store.isIncomplete('ELSEWHERE'));
    expect(await advancePays(store, [pay], 'checked')).toEqual(new Map());
    await until(() => statusOf(pay) === 'checked');
    const [checked] = store.image('network').list('salaryStatement');
    if (checked === undefined) throw new Error('no pay');
    await writeRecords(network, [{ before: undefined, after: makeOfUnknownType(store.parts.context) }], 'asGiven');
    await until(() => store.isIncomplete('A1'));
    const refused = await advancePays(store, [checked], 'validated');
    expect([...refused].map(([id, { code }]) => [id, code])).toEqual([[pay.id, 'book.incomplete']]);
    expect(await advancePays(store, [checked], 'refused', 'à revoir')).toEqual(new Map());
  });

  it('keeps two refused pays of one person apart', async () => {
    const pays = await bringPays(2);
    const refused = await advancePays(store, pays, 'refused', '  ');
    expect([...refused.keys()].sort()).toEqual(pays.map(({ id }) => id).sort());
    expect([...refused.values()].map(({ code }) => code)).toEqual(['pay.commentMissing', 'pay.commentMissing']);
  });

  it('is in the history for good: nothing is offered to take back', async () => {
    await advancePays(store, await bringPays(2), 'checked');
    expect(store.undoStack.last).toBeUndefined();
  });
});
