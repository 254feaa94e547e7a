import type { AccountStore, KnownActivity, Person } from './account-store.ts';

/** People and activities of the cooperative as far as signing in needs them. */
export interface People {
  readonly findPerson: (account: string) => Promise<Person | undefined>;
  readonly listPersons: () => Promise<readonly Person[]>;
  readonly addPerson: (person: Person) => Promise<boolean>;
  readonly findActivity: (activityId: string) => Promise<KnownActivity | undefined>;
  readonly listActivities: () => Promise<readonly KnownActivity[]>;
  /** `false` when the activity is known already or its code is taken. */
  readonly addActivity: (activity: KnownActivity) => Promise<boolean>;
}

/** Prefix of the devices of the support team; no activity may have it as its code. */
export const SUPPORT_TEAM_CODE = 'EQ';

export function openPeople(store: AccountStore): People {
  return {
    findPerson: async (account) => (await store.read<Person>(`person:${account}`))?.value,
    listPersons: async () => (await store.list<Person>('person:')).map(({ value }) => value),
    addPerson: (person) => store.create(`person:${person.account}`, person),
    findActivity: async (activityId) => (await store.read<KnownActivity>(`activity:${activityId}`))?.value,
    listActivities: async () => (await store.list<KnownActivity>('activity:')).map(({ value }) => value),
    addActivity: async (activity) => {
      if (activity.code === SUPPORT_TEAM_CODE) return false;
      // The claim comes first: two activities with one code would give two invoices one number.
      if (!(await store.create(`code:${activity.code}`, { activityId: activity.activityId }))) {
        const claim = await store.read<{ activityId: string }>(`code:${activity.code}`);
        if (claim?.value.activityId !== activity.activityId) return false;
      }
      return store.create(`activity:${activity.activityId}`, activity);
    },
  };
}

/** `Léa Morvan` → `lea.morvan`: lower case ASCII, words joined by dots. */
export function suggestAccount(displayName: string): string {
  return displayName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 60);
}

/** Codes to try for a new activity, best first: initials, first letters, then every pair of letters. */
export function* suggestCodes(name: string): Generator<string> {
  const words = suggestAccount(name)
    .toUpperCase()
    .replace(/[0-9]/g, '')
    .split('.')
    .filter((word) => word !== '');
  const initials = words.map((word) => word.charAt(0)).join('');
  if (initials.length >= 2) yield initials.slice(0, 2);
  const joined = words.join('');
  for (let length = 2; length <= Math.min(4, joined.length); length += 1) yield joined.slice(0, length);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  for (const first of letters) for (const second of letters) yield first + second;
  for (const first of letters) for (const second of letters) for (const third of letters) yield first + second + third;
}
