import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { DEMO_BENEFITS } from '../../../../shared/demo/demo-pay-rules.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { SettingsSubject } from '../../../../shared/records/settings-subjects.ts';
import { subjectId } from '../../../../shared/records/settings-subjects.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { FLAT, makeCooperative } from '../../../../shared/cooperative/rules.test-support.ts';
import type { BookStore } from '../../book-store.ts';
import { makeStatement } from '../../../../sync-server/testing/test-records.ts';
import { removeRecord, writeRecords } from '../../storage-access.ts';
import { readCooperative } from '../../read-cooperative.ts';
import { until } from '../../testing/fresh-store.ts';
import { cooperativeOf, openSupportStore } from '../../testing/open-support-store.ts';
import { createCooperative, saveCooperativeRules } from './save-cooperative-rules.ts';

const opened: BookStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(cooperative: Partial<CooperativeSettings> = {}, isFormer = false): Promise<BookStore> {
  const store = await openSupportStore(() => '2026-03-10T09:00:00.000Z', { cooperative, isFormer });
  opened.push(store);
  return store;
}

/** The record of a subject as it stands in the store. */
function recordOf(store: BookStore, subject: SettingsSubject): AnyRecord | undefined {
  return store.find(subjectId(subject));
}

const NEXT = { ...FLAT, version: 'next', from: '2026-04-01', ratePpm: 120_000 };

describe('saveCooperativeRules', () => {
  it('adds a rule to the record of its subject, keeps what it does not know, and takes it back', async () => {
    const store = await open();
    const { commons } = store.parts.collections;
    const stored = recordOf(store, 'contributionRules');
    if (commons === undefined || stored === undefined) throw new Error('the support team has it');
    const later = reviseRecord(store.parts.context, stored, { body: { ...stored.body, later: { kept: true } } });
    unwrap(await writeRecords(commons, [{ before: stored, after: later }], 'asGiven'));
    await until(() => recordOf(store, 'contributionRules')?.body['later'] !== undefined);
    const seen = cooperativeOf(store);
    const contributionRules = [...seen.body.contributionRules, NEXT];
    unwrap(await saveCooperativeRules(store, seen, 'contribution', { contributionRules }));
    await until(() => cooperativeOf(store).body.contributionRules.length === 2);
    expect(recordOf(store, 'contributionRules')?.body['later']).toEqual({ kept: true });
    const pending = [...store.image('commons').all()].filter(({ isPending }) => isPending === true);
    expect(pending.map(({ id }) => id)).toEqual(['contributionRules:main']);
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
    const save = (contributionRules: CooperativeSettings['contributionRules']) =>
      saveCooperativeRules(store, seen, 'contribution', { contributionRules });
    expect(await save([FLAT, { ...NEXT, source: '' }])).toMatchObject({ error: { code: 'contribution.invalidRule' } });
    // The activity opened in January 2025: its first month would have no rule.
    expect(await save([NEXT])).toMatchObject({
      error: { code: 'contribution.noRule', details: { date: '2025-01-01' } },
    });
    expect(cooperativeOf(store)).toEqual(seen);
    expect(store.undoStack.last).toBeUndefined();
  });

  it('writes each subject that a form changes, and no other, all of them taken back at once', async () => {
    const store = await open();
    const change = { closedThrough: '2026-02', isYearRegularised: true };
    unwrap(await saveCooperativeRules(store, cooperativeOf(store), 'year', change));
    await until(() => cooperativeOf(store).body.closedThrough === '2026-02');
    const pending = [...store.image('commons').all()].filter(({ isPending }) => isPending === true);
    expect(pending.map(({ id }) => id).sort()).toEqual(['closing:main', 'employerFacts:main']);
    expect(unwrap(await store.undo())).toBe('fiscalYearSaved');
    await until(() => cooperativeOf(store).body.closedThrough === undefined);
    expect(cooperativeOf(store).body).toEqual(makeCooperative());
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

describe('settings that stand in the one record of before', () => {
  const benefits = [...DEMO_BENEFITS];

  it('stay there: the first change of a subject writes its own record, whole, and no other', async () => {
    const store = await open({ benefits, fiscalYearStartMonth: 7 }, true);
    const [former] = store.image('commons').list('cooperativeSettings');
    const change = { benefits: benefits.slice(1) };
    unwrap(await saveCooperativeRules(store, cooperativeOf(store), 'benefits', change));
    await until(() => cooperativeOf(store).body.benefits?.length === change.benefits.length);
    expect(recordOf(store, 'cooperativeBenefits')).toMatchObject({ status: 'active', body: change });
    expect(cooperativeOf(store).body).toEqual({ ...makeCooperative({ fiscalYearStartMonth: 7 }), ...change });
    expect(store.image('commons').list('cooperativeSettings')).toEqual([former]);
    expect([...store.image('commons').all()]).toHaveLength(2);
    // Taken back, what was set before counts again; then the next change is one write.
    unwrap(await store.undo());
    await until(() => cooperativeOf(store).body.benefits?.length === benefits.length);
    unwrap(await saveCooperativeRules(store, cooperativeOf(store), 'benefits', { benefits: [] }));
    await until(() => cooperativeOf(store).body.benefits?.length === 0);
  });

  it('keep closed months from changing, whichever record says that they are closed', async () => {
    const store = await open({ closedThrough: '2026-02' }, true);
    const save = () =>
      saveCooperativeRules(store, cooperativeOf(store), 'contribution', {
        contributionRules: [{ ...FLAT, ratePpm: 1 }],
      });
    expect(await save()).toMatchObject({ error: { code: 'rules.closedMonths', details: { name: 'flat' } } });
    unwrap(await saveCooperativeRules(store, cooperativeOf(store), 'year', { closedThrough: undefined }));
    await until(() => cooperativeOf(store).body.closedThrough === undefined);
    unwrap(await save());
  });
});

describe('createCooperative', () => {
  it('starts records of fixed names, and none that cannot be computed with', async () => {
    const store = await open();
    const { commons } = store.parts.collections;
    if (commons === undefined) throw new Error('the support team has it');
    for (const { id } of [...store.image('commons').all()]) unwrap(await removeRecord(commons, id));
    await until(() => readCooperative(store) === undefined);
    const wrong = makeCooperative({ contributionRules: [{ ...FLAT, source: '' }] });
    expect(await createCooperative(store, wrong)).toMatchObject({ error: { code: 'contribution.invalidRule' } });
    unwrap(await createCooperative(store, makeCooperative()));
    await until(() => store.find('cooperativeIdentity:main') !== undefined);
    expect((await createCooperative(store, makeCooperative())).ok).toBe(false);
    // Taken back, it may begin again under the same names.
    expect(unwrap(await store.undo())).toBe('identitySaved');
    await until(() => readCooperative(store) === undefined);
    unwrap(await createCooperative(store, makeCooperative({ legalName: 'Les Labours' })));
    await until(() => readCooperative(store)?.body.legalName === 'Les Labours');
  });
});
