import type { CooperativeSettingsBody } from '../../../shared/records/cooperative-settings.ts';
import type { ActivitySettingsBody } from '../../../shared/records/activity-settings.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { createRecord } from '../../../shared/records/write-record.ts';
import type { WriteContext } from '../../../shared/records/write-record.ts';
import { makeActivity, makeCooperative } from '../../../shared/cooperative/rules.test-support.ts';
import type { BookStore } from '../book-store.ts';
import { openStore } from '../open-store.ts';
import { writeRecords } from '../storage-access.ts';
import { until } from './fresh-store.ts';

let count = 0;

/** A fresh store of the support team with the settings of a cooperative and of one activity. Close it after the test. */
export async function openSupportStore(
  clock: WriteContext['clock'],
  change: {
    readonly cooperative?: Partial<CooperativeSettingsBody>;
    readonly activity?: Partial<ActivitySettingsBody>;
  },
): Promise<BookStore> {
  count += 1;
  const store = await openStore(
    {
      account: `support-${String(count)}`,
      displayName: 'Nadia Roy',
      role: 'supportTeam',
      activityId: null,
      databases: { commons: 'commons', network: 'network' },
      device: { id: 'D1', prefix: 'AB1' },
      cooperative: 'C',
      isDemo: false,
    },
    clock,
  );
  const { commons, network } = store.parts.collections;
  if (commons === undefined || network === undefined) throw new Error('the support team has both');
  const make = store.parts.context;
  const base = { date: '2025-01-01', status: 'active' };
  const cooperative = createRecord(make, {
    ...base,
    type: 'cooperativeSettings',
    activityId: 'cooperative',
    body: makeCooperative(change.cooperative),
  });
  const activity = createRecord(make, {
    ...base,
    type: 'activitySettings',
    activityId: 'A1',
    body: makeActivity(change.activity),
  });
  await writeRecords(commons, [{ before: undefined, after: cooperative }]);
  await writeRecords(network, [{ before: undefined, after: activity }]);
  await until(() => store.find(cooperative.id) !== undefined && store.find(activity.id) !== undefined);
  return store;
}

/** The settings of the cooperative as the image shows them. */
export function cooperativeOf(store: BookStore): RecordOf<'cooperativeSettings'> {
  const [settings] = store.image('commons').list('cooperativeSettings');
  if (settings === undefined) throw new Error('no settings');
  return settings;
}
