import { ulid } from 'ulid';
import type { Clock } from '../../shared/core/ports.ts';
import type { AccountStore, Person } from './account-store.ts';
import { retryOnConflict } from './account-store.ts';
import type { People } from './people.ts';
import { SUPPORT_TEAM_CODE } from './people.ts';

/** One device of one person. */
export interface Device {
  readonly id: string;
  readonly account: string;
  readonly activityId: string | null;
  /** Starts the invoice numbers issued on it; never given to another device. */
  readonly prefix: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

export interface Devices {
  readonly find: (id: string) => Promise<Device | undefined>;
  readonly list: () => Promise<readonly Device[]>;
  /** The device `id` when it is this person's, else a new one with the next prefix of their activity. */
  readonly findOrAdd: (person: Person, name: string, id?: string) => Promise<Device>;
  readonly markSeen: (id: string, at: string) => Promise<void>;
}

export function openDevices(store: AccountStore, people: People, clock: Clock): Devices {
  const read = (id: string) => store.read<Device>(`device:${id}`);
  return {
    find: async (id) => (await read(id))?.value,
    list: async () => (await store.list<Device>('device:')).map(({ value }) => value),
    findOrAdd: async (person, name, id) => {
      const known = id === undefined ? undefined : (await read(id))?.value;
      if (known?.account === person.account) return known;
      const prefix = await allotPrefix(store, people, person);
      const now = clock();
      const { account, activityId } = person;
      const device: Device = { id: ulid(), account, activityId, prefix, name, createdAt: now, lastSeenAt: now };
      if (!(await store.create(`device:${device.id}`, device))) throw new Error('a device id came twice');
      return device;
    },
    markSeen: async (id, at) => {
      const device = await read(id);
      // Losing this race only means that somebody else noted a moment as good.
      if (device !== undefined) await store.replace(device, { ...device.value, lastSeenAt: at });
    },
  };
}

/** Numbers run on for ever within an activity: a prefix that was given out once may stand on issued invoices. */
async function allotPrefix(store: AccountStore, people: People, person: Person): Promise<string> {
  const activity = person.activityId === null ? undefined : await people.findActivity(person.activityId);
  const code = activity?.code ?? SUPPORT_TEAM_CODE;
  const id = `counter:${code}`;
  const number = await retryOnConflict(async () => {
    const counter = await store.read<{ readonly last: number }>(id);
    const next = (counter?.value.last ?? 0) + 1;
    const isWritten = counter ? await store.replace(counter, { last: next }) : await store.create(id, { last: next });
    return isWritten ? next : undefined;
  });
  return `${code}${String(number)}`;
}
