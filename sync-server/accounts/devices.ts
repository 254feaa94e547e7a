import { ulid } from 'ulid';
import type { Clock } from '../../shared/core/ports.ts';
import type { AccountStore, Person } from './account-store.ts';
import { retryOnConflict } from './account-store.ts';
import type { People } from './people.ts';
import { SUPPORT_TEAM_CODE } from './people.ts';
import { hashSecret, newToken } from './secret.ts';

/** A computer that holds a copied data folder shares its device; each of them keeps a secret. */
const MOST_SECRETS = 4;

/** One device of one person. */
export interface Device {
  readonly id: string;
  readonly account: string;
  readonly activityId: string | null;
  /** Starts the invoice numbers issued on it; never given to another device. */
  readonly prefix: string;
  readonly name: string;
  readonly createdAt: string;
  /** To some minutes. */
  readonly lastSeenAt: string;
  /** Hashes of what proves that a request comes from this device, newest first; absent in what versions before wrote. */
  readonly secretHashes?: readonly string[];
}

export interface Devices {
  readonly find: (id: string) => Promise<Device | undefined>;
  readonly list: () => Promise<readonly Device[]>;
  /** Those of an account. */
  readonly listOwn: (account: string) => Promise<readonly Device[]>;
  /** The device `id` when it is this person's, else a new one with the next prefix of their activity. */
  readonly findOrAdd: (person: Person, name: string, id?: string) => Promise<Device>;
  /** The device with exactly this id, made when it is not there; for a redemption that may come twice. */
  readonly settle: (person: Person, name: string, id: string) => Promise<Device>;
  /** Gives it another name; none when there is no such device. */
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly markSeen: (id: string, at: string) => Promise<void>;
  /** A proof for the device to keep: the person used it before, whatever strangers do meanwhile. */
  readonly giveProof: (id: string) => Promise<string>;
  /** The device of this account that a proof belongs to. */
  readonly findProved: (account: string, proof: string) => Promise<Device | undefined>;
  /** Takes back the proofs of an account's devices, or of those that `isMeant` names. */
  readonly withdrawProofs: (account: string, isMeant?: (device: Device) => boolean) => Promise<void>;
}

export function openDevices(store: AccountStore, people: People, clock: Clock): Devices {
  const read = (id: string) => store.read<Device>(`device:${id}`);
  /** Who comes at the same moment gets a number after the other: many at once would run out of tries. */
  let numbering: Promise<unknown> = Promise.resolve();
  const nextPrefix = (person: Person): Promise<string> => {
    const prefix = numbering.then(() => allotPrefix(store, people, person));
    numbering = prefix.catch(() => undefined);
    return prefix;
  };
  const add = async (person: Person, name: string, id: string): Promise<Device | undefined> => {
    const prefix = await nextPrefix(person);
    const now = clock();
    const { account, activityId } = person;
    const device: Device = { id, account, activityId, prefix, name, createdAt: now, lastSeenAt: now };
    return (await store.create(`device:${id}`, device)) ? device : undefined;
  };
  const setSecrets = (id: string, next: (secretHashes: readonly string[]) => readonly string[]): Promise<boolean> =>
    retryOnConflict(async () => {
      const stored = await read(id);
      if (stored === undefined) return false;
      const { secretHashes = [] } = stored.value;
      const isWritten = await store.replace(stored, { ...stored.value, secretHashes: next(secretHashes) });
      return isWritten || undefined;
    });
  const listOwn = async (account: string): Promise<readonly Device[]> =>
    (await store.listOwned<Device>('device', account)).map(({ value }) => value);

  return {
    find: async (id) => (await read(id))?.value,
    list: async () => (await store.list<Device>('device:')).map(({ value }) => value),
    listOwn,
    findOrAdd: async (person, name, id) => {
      const known = id === undefined ? undefined : (await read(id))?.value;
      if (known?.account === person.account) return known;
      const device = await add(person, name, ulid());
      if (device === undefined) throw new Error('a device id came twice');
      return device;
    },
    settle: async (person, name, id) => {
      const device = (await read(id))?.value ?? (await add(person, name, id)) ?? (await read(id))?.value;
      if (device?.account !== person.account) throw new Error('a device id is of another account');
      return device;
    },
    rename: async (id, name) => {
      await retryOnConflict(async () => {
        const stored = await read(id);
        return stored === undefined ? false : (await store.replace(stored, { ...stored.value, name })) || undefined;
      });
    },
    markSeen: async (id, at) => {
      const device = await read(id);
      // Losing this race only means that somebody else noted a moment as good.
      if (device !== undefined) await store.replace(device, { ...device.value, lastSeenAt: at });
    },
    giveProof: async (id) => {
      const secret = newToken();
      const isKept = await setSecrets(id, (hashes) => [hashSecret(secret), ...hashes].slice(0, MOST_SECRETS));
      if (!isKept) throw new Error('there is no such device');
      return `${id}.${secret}`;
    },
    findProved: async (account, proof) => {
      const [id = '', secret = ''] = proof.split('.', 2);
      if (!/^[0-9A-Z]{26}$/.test(id) || secret === '') return undefined;
      const device = (await read(id))?.value;
      const isProved = device?.account === account && device.secretHashes?.includes(hashSecret(secret)) === true;
      return isProved ? device : undefined;
    },
    withdrawProofs: async (account, isMeant = () => true) => {
      for (const device of await listOwn(account)) {
        const isGiven = (device.secretHashes ?? []).length > 0;
        if (isGiven && isMeant(device)) await setSecrets(device.id, () => []);
      }
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
