import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { CooperativeSettingsBody } from '../../../../shared/records/cooperative-settings.ts';
import { FLAT, makeCooperative } from '../../../../shared/cooperative/rules.test-support.ts';
import type { BookStore } from '../../book-store.ts';
import { makeStatement } from '../../../../sync-server/testing/test-records.ts';
import { writeRecords } from '../../storage-access.ts';
import { until } from '../../testing/fresh-store.ts';
import { cooperativeOf, openSupportStore } from '../../testing/open-support-store.ts';
import { createCooperative, saveCooperativeRules } from './save-cooperative-rules.ts';

const opened: BookStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(cooperative: Partial<CooperativeSettingsBody> = {}): Promise<BookStore> {
  const store = await openSupportStore(() => '2026-03-10T09:00:00.000Z', { cooperative });
  opened.push(store);
  return store;
}

const NEXT = { ...FLAT, version: 'next', from: '2026-04-01', ratePpm: 120_000 };

describe('saveCooperativeRules', () => {
  it('adds a rule, keeps what it does not know, and takes it back', async () => {
    const store = await open({ later: { kept: true } });
    const seen = cooperativeOf(store);
    const contributionRules = [...seen.body.contributionRules, NEXT];
    unwrap(await saveCooperativeRules(store, seen, 'contribution', { contributionRules }));
    await until(() => cooperativeOf(store).body.contributionRules.length === 2);
    expect(cooperativeOf(store).body['later']).toEqual({ kept: true });
    expect(cooperativeOf(store).isPending).toBe(true);
    expect(unwrap(await store.undo())).toBe('contributionRulesSaved');
    await until(() => cooperativeOf(store).body.contributionRules.length === 1);
  });

  it('closes past months only, opens them again, and keeps closed ones from changing', async () => {
    const store = await open();
    const close = (closedThrough: string | undefined) =>
      saveCooperativeRules(store, cooperativeOf(store), 'year', { closedThrough });
    expect(await close('2026-03')).toMatchObject({ error: { code: 'rules.monthNotOver' } });
    unwrap(await close('2026-02'));
    await until(() => cooperativeOf(store).body.closedThrough === '2026-02');
    const contributionRules = [{ ...FLAT, ratePpm: 1 }];
    expect(
      await saveCooperativeRules(store, cooperativeOf(store), 'contribution', { contributionRules }),
    ).toMatchObject({ error: { code: 'rules.closedMonths', details: { name: 'flat', month: '2026-02' } } });
    unwrap(await close(undefined));
    await until(() => cooperativeOf(store).body.closedThrough === undefined);
  });

  it('closes no month in which a pay waits for a decision', async () => {
    const store = await open();
    const { network } = store.parts.collections;
    if (network === undefined) throw new Error('the support team has it');
    const pay = { ...makeStatement('lea.morvan', 'A1'), date: '2026-02-26' };
    unwrap(await writeRecords(network, [{ before: undefined, after: pay }]));
    await until(() => store.find(pay.id) !== undefined);
    const close = (closedThrough: string) =>
      saveCooperativeRules(store, cooperativeOf(store), 'year', { closedThrough });
    expect(await close('2026-02')).toMatchObject({ error: { code: 'rules.waitingPays', details: { count: 1 } } });
    unwrap(await close('2026-01'));
  });

  it('writes nothing that cannot be computed with', async () => {
    const store = await open();
    const seen = cooperativeOf(store);
    const save = (contributionRules: CooperativeSettingsBody['contributionRules']) =>
      saveCooperativeRules(store, seen, 'contribution', { contributionRules });
    expect(await save([FLAT, { ...NEXT, source: '' }])).toMatchObject({ error: { code: 'contribution.invalidRule' } });
    // The activity opened in January 2025: its first month would have no rule.
    expect(await save([NEXT])).toMatchObject({
      error: { code: 'contribution.noRule', details: { date: '2025-01-01' } },
    });
    expect(cooperativeOf(store)).toEqual(seen);
    expect(store.undoStack.last).toBeUndefined();
  });

  it('does not overwrite what another window saved meanwhile', async () => {
    const store = await open();
    const seen = cooperativeOf(store);
    unwrap(await saveCooperativeRules(store, seen, 'year', { isYearRegularised: true }));
    expect(await saveCooperativeRules(store, seen, 'year', { isYearRegularised: false })).toMatchObject({
      error: { code: 'store.writeFailed', details: { changedElsewhere: true } },
    });
  });
});

describe('createCooperative', () => {
  it('starts one record of a fixed name, and none that cannot be computed with', async () => {
    const store = await open();
    const wrong = makeCooperative({ contributionRules: [{ ...FLAT, source: '' }] });
    expect(await createCooperative(store, wrong)).toMatchObject({ error: { code: 'contribution.invalidRule' } });
    unwrap(await createCooperative(store, makeCooperative()));
    await until(() => store.find('cooperativeSettings:main') !== undefined);
    expect((await createCooperative(store, makeCooperative())).ok).toBe(false);
  });
});
