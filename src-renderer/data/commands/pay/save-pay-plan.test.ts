import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import { unwrap } from '../../../../shared/core/result.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import type { PlanBeginning } from './save-pay-plan.ts';
import { savePayPlan } from './save-pay-plan.ts';

const clock = (): string => '2026-03-20T10:00:00.000Z';
const month = { month: '2026-03', turnoverCents: 100, chargesCents: 0, payCents: 1 };
const scenario: PayScenario = {
  name: 'A',
  direction: 'even',
  reserveTargetCents: 0,
  months: [month],
};
const first: PlanBeginning = { draft: scenario, firstMonth: '2026-03' };
const turnover = (turnoverCents: number) =>
  ({ kind: 'month', scenario: 'A', month: '2026-03', change: { turnoverCents } }) as const;

describe('saving plans', () => {
  it('starts from what is shown, then changes one record; undo goes back', async () => {
    const store = await openTestStore(clock);
    unwrap(await savePayPlan(store, first, turnover(200)));
    unwrap(
      await savePayPlan(store, first, { kind: 'month', scenario: 'A', month: '2026-03', change: { payCents: 5 } }),
    );
    const [plan, ...others] = store.book.list('payPlan');
    expect(others).toEqual([]);
    expect(plan?.body.scenarios[0]?.months[0]).toEqual({ ...month, turnoverCents: 200, payCents: 5 });
    unwrap(await store.undo());
    expect(store.book.list('payPlan')[0]?.body.scenarios[0]?.months[0]).toEqual({ ...month, turnoverCents: 200 });
    await store.close();
  });

  it('keeps both of two changes at once, and goes on after everything was taken back', async () => {
    const store = await openTestStore(clock);
    const watch = (label: string) =>
      savePayPlan(store, first, {
        kind: 'watch',
        threshold: { label, measure: 'gross', per: 'month', amountCents: 1 },
      });
    for (const done of await Promise.all([watch('x'), watch('y')])) unwrap(done);
    expect(
      store.book
        .list('payPlan')[0]
        ?.body.watched.map(({ label }) => label)
        .toSorted(),
    ).toEqual(['x', 'y']);
    unwrap(await store.undo());
    unwrap(await store.undo());
    expect(store.book.list('payPlan')[0]?.status).toBe('voided');
    unwrap(await savePayPlan(store, first, turnover(300)));
    expect(store.book.list('payPlan')[0]).toMatchObject({ status: 'active' });
    await store.close();
  });

  it('refuses what does not fit and writes nothing', async () => {
    const store = await openTestStore(clock);
    const refused = await savePayPlan(store, first, {
      kind: 'add',
      scenario,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'plan.nameTaken' } });
    expect(store.book.list('payPlan')).toEqual([]);
    await store.close();
  });
});
