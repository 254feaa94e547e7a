import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import { verifySalary } from '../../../../shared/salary/salary-computation-proof.ts';
import type { BookStore } from '../../book-store.ts';
import { hashBytes } from '../../hash.ts';
import { bringIn } from '../../testing/fresh-store.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import { requestAbroadPay } from './request-abroad-pay.ts';
import { requestPay } from './request-pay.ts';

const clock = (): string => '2026-03-20T10:00:00.000Z';

/** A store whose account holds 5,000 € of sales, less the contribution of 11.5 %. */
async function openFilledStore(): Promise<BookStore> {
  const store = await openTestStore(clock);
  const body: RecordOf<'ledgerEntry'>['body'] = {
    label: 'Ventes',
    category: 'sale',
    amountCents: 500_000,
    currency: 'EUR',
    vatRatePpm: 0,
    vatCents: 0,
  };
  await bringIn(store, [
    createRecord(store.parts.context, {
      type: 'ledgerEntry',
      activityId: 'A1',
      date: '2026-03-02',
      status: 'active',
      body,
    }),
  ]);
  return store;
}

describe('asking for a pay', () => {
  it('writes a statement that verifies, with the account as the book has it', async () => {
    const store = await openFilledStore();
    const { body } = unwrap(await requestPay(store, '2026-03', 200_000));
    expect(body.account).toEqual({
      balanceCents: 442_500,
      availableCents: 442_500,
      residueCents: 442_500 - body.totals.totalCostCents,
    });
    const claimed = { ...body, grossCents: body.input.grossCents };
    expect(verifySalary(body.input, claimed, hashBytes)).toEqual([]);
    await store.close();
  });

  it('refuses a second pay of a month, until the first is withdrawn', async () => {
    const store = await openFilledStore();
    const first = unwrap(await requestPay(store, '2026-03', 100_000));
    expect(await requestPay(store, '2026-03', 100_000)).toMatchObject({ error: { code: 'salary.alreadyAsked' } });
    // The months of a year are paid in their order: February is settled by the next pay.
    expect(await requestPay(store, '2026-02', 100_000)).toMatchObject({ error: { code: 'salary.laterPay' } });
    const step = { status: 'cancelled', at: clock(), by: store.parts.account.account };
    const body = { ...first.body, history: [...first.body.history, step] };
    const after = reviseRecord(store.parts.context, first, { status: 'cancelled', body });
    unwrap(await store.write('payWithdrawn', [{ before: first, after }]));
    expect((await requestPay(store, '2026-03', 100_000)).ok).toBe(true);
    await store.close();
  });

  it('never lets two requests at once take more than the account holds', async () => {
    const store = await openFilledStore();
    const asked = await Promise.all(['2026-02', '2026-03'].map((month) => requestPay(store, month, 250_000)));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(asked.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'salary.aboveAvailable' } });
    await store.close();
  });

  it('refuses a pay that leaves nothing to pay, and writes nothing', async () => {
    const store = await openFilledStore();
    for (const grossCents of [0, 1_000]) {
      expect(await requestPay(store, '2026-03', grossCents)).toMatchObject({ error: { code: 'salary.nothingToPay' } });
    }
    expect(store.book.list('salaryStatement')).toEqual([]);
    await store.close();
  });

  it('refuses a pay before the account is open, of a member abroad too', async () => {
    const store = await openTestStore(() => '2025-12-31T10:00:00.000Z');
    const refusal = { error: { code: 'salary.beforeOpening', details: { date: '2026-01-01' } } };
    expect(await requestPay(store, '2025-12', 200_000)).toMatchObject(refusal);
    expect(await requestAbroadPay(store, '2025-12', 200_000)).toMatchObject(refusal);
    expect(store.book.list('salaryStatement')).toEqual([]);
    await store.close();
  });

  it('is provisional in a year that nobody published yet: the statement carries the estimate by its name', async () => {
    const store = await openFilledStore();
    const { computation } = unwrap(await requestPay(store, '2027-01', 100_000)).body;
    expect(computation.ruleVersion).toBe('salary-2026-06.1 (estimation 2027-01)');
    await store.close();
  });

  it('refuses a month that nobody published or estimated, and writes nothing', async () => {
    const store = await openFilledStore();
    expect(await requestPay(store, '2028-01', 100_000)).toMatchObject({ error: { code: 'salary.noParameters' } });
    expect(store.book.list('salaryStatement')).toEqual([]);
    await store.close();
  });
});
