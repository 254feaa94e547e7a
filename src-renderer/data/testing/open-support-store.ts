import { COOPERATIVE } from '../../../shared/access/database-names.ts';
import { createSettings } from '../../../shared/cooperative/create-settings.ts';
import type { SettingsInForce } from '../../../shared/cooperative/settings-in-force.ts';
import type { CooperativeSettings } from '../../../shared/records/cooperative-settings.ts';
import type { ActivitySettingsBody } from '../../../shared/records/activity-settings.ts';
import { createRecord } from '../../../shared/records/write-record.ts';
import type { WriteContext } from '../../../shared/records/write-record.ts';
import { makeActivity, makeCooperative } from '../../../shared/cooperative/rules.test-support.ts';
import type { BookStore } from '../book-store.ts';
import { openStore } from '../open-store.ts';
import { readCooperative } from '../read-cooperative.ts';
import { writeRecords } from '../storage-access.ts';
import { until } from './fresh-store.ts';

let count = 0;

/** A fresh store of the support team with the settings of a cooperative and of one activity. Close it after the test. */
export async function openSupportStore(
  clock: WriteContext['clock'],
  change: {
    readonly cooperative?: Partial<CooperativeSettings>;
    /** The settings of the cooperative stand in the one record of before. */
    readonly isFormer?: boolean;
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
      databases: { commons: 'commons', network: 'network', office: 'office' },
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
  const wanted = makeCooperative(change.cooperative);
  const settings = change.isFormer
    ? [createRecord(make, { ...base, type: 'cooperativeSettings', activityId: COOPERATIVE, body: wanted })]
    : createSettings(make, base.date, wanted);
  const activity = createRecord(make, {
    ...base,
    type: 'activitySettings',
    activityId: 'A1',
    body: makeActivity(change.activity),
  });
  await writeRecords(commons, settings.map((after) => ({ before: undefined, after })), 'asGiven'); // prettier-ignore
  await writeRecords(network, [{ before: undefined, after: activity }]);
  await until(() => readCooperative(store) !== undefined && store.find(activity.id) !== undefined);
  return store;
}

/** The settings of the cooperative as the image shows them. */
export function cooperativeOf(store: BookStore): SettingsInForce {
  const settings = readCooperative(store);
  if (settings === undefined) throw new Error('no settings');
  return settings;
}
