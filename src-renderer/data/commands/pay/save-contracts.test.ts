import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import type { Contract } from '../../../../shared/records/contract.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../book-store.ts';
import { until } from '../../testing/fresh-store.ts';
import { openSupportStore } from '../../testing/open-support-store.ts';
import { saveContracts, saveMemberTerms } from './save-contracts.ts';

const opened: BookStore[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function open(closedThrough?: string): Promise<BookStore> {
  const cooperative = closedThrough === undefined ? {} : { closedThrough };
  const store = await openSupportStore(() => '2026-03-10T09:00:00.000Z', { cooperative, activity: { later: 1 } });
  opened.push(store);
  return store;
}

function settingsOf(store: BookStore): RecordOf<'activitySettings'> {
  const [settings] = store.image('network').list('activitySettings');
  if (settings === undefined) throw new Error('no settings');
  return settings;
}

const CAPE: Contract = {
  kind: 'cape',
  startDate: '2025-01-01',
  endDate: '2025-12-31',
  weeklyMinutes: 2100,
  isCadre: false,
};
const CESA: Contract = {
  kind: 'cesa',
  startDate: '2026-01-01',
  weeklyMinutes: 1800,
  isCadre: true,
  fixedGrossCents: 90_000,
};

describe('saveContracts', () => {
  it('ends one contract and starts another, the latest standing alone too, and takes it back', async () => {
    const store = await open();
    // In any order.
    unwrap(await saveContracts(store, settingsOf(store), [CESA, CAPE]));
    await until(() => settingsOf(store).body.contracts !== undefined);
    const { body } = settingsOf(store);
    expect(body.contracts).toEqual([CAPE, CESA]);
    expect(body.contract).toEqual(CESA);
    expect(body['later']).toBe(1);
    expect(unwrap(await store.undo())).toBe('contractSaved');
    await until(() => settingsOf(store).body.contract.kind === 'cape');
    expect(settingsOf(store).body.contracts).toBeUndefined();
  });

  it('refuses an overlap, an end before the start and no contract at all, and writes nothing', async () => {
    const store = await open();
    const seen = settingsOf(store);
    const { endDate, ...running } = CAPE;
    expect(await saveContracts(store, seen, [running, CESA])).toMatchObject({
      error: { code: 'contract.overlapping', details: { date: '2026-01-01' } },
    });
    expect(await saveContracts(store, seen, [{ ...CESA, endDate }])).toMatchObject({
      error: { code: 'contract.endBeforeStart' },
    });
    expect(await saveContracts(store, seen, [])).toMatchObject({ error: { code: 'contract.none' } });
    expect(settingsOf(store)).toEqual(seen);
  });

  it('leaves the status of closed months alone', async () => {
    const store = await open('2026-01');
    const seen = settingsOf(store);
    expect(await saveContracts(store, seen, [CAPE, CESA])).toMatchObject({
      error: { code: 'contract.closedMonths', details: { month: '2026-01' } },
    });
    const later = [
      { ...CAPE, endDate: '2026-01-31' },
      { ...CESA, startDate: '2026-02-01' },
    ];
    expect((await saveContracts(store, seen, later)).ok).toBe(true);
  });
});

describe('saveMemberTerms', () => {
  it('changes what was given and keeps the rest', async () => {
    const store = await open();
    const terms = { reserveTargetCents: 50_000, mutuelleCents: 4500, mutuelleEmployerSharePpm: 700_000 };
    unwrap(await saveMemberTerms(store, settingsOf(store), { ...terms, transportRatePpm: 8_000 }));
    await until(() => settingsOf(store).body.reserveTargetCents === 50_000);
    expect(settingsOf(store).body.payroll).toEqual({
      mutuelleCents: 4500,
      mutuelleEmployerSharePpm: 700_000,
      transportRatePpm: 8_000,
    });
    expect(settingsOf(store).body['later']).toBe(1);
    expect(unwrap(await store.undo())).toBe('memberTermsSaved');
  });
});
