import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import type { OwnedKind } from '../rules/owned-view.ts';
import { readOwned } from '../rules/owned-view.ts';
import { couchStatus } from '../couch/couch-request.ts';

/** A person who may sign in. */
export interface Person {
  readonly account: string;
  readonly displayName: string;
  readonly role: 'member' | 'supportTeam';
  /** `null` for the support team. */
  readonly activityId: string | null;
}

/** An activity as the server knows it for device prefixes. */
export interface KnownActivity {
  readonly activityId: string;
  readonly name: string;
  readonly code: string;
}

/** The admin-only database as typed documents: every kind has its own id prefix. */
export interface AccountStore {
  readonly read: <T>(id: string) => Promise<Stored<T> | undefined>;
  /** Creates a document; `false` when one with this id is there. */
  readonly create: (id: string, value: object) => Promise<boolean>;
  /** Replaces a document that was read; `false` when somebody else was faster. */
  readonly replace: (stored: Stored<unknown>, value: object) => Promise<boolean>;
  readonly remove: (stored: Stored<unknown>) => Promise<boolean>;
  readonly list: <T>(prefix: string) => Promise<readonly Stored<T>[]>;
  /** Those of an account; reads nobody else's. */
  readonly listOwned: <T>(kind: OwnedKind, account: string) => Promise<readonly Stored<T>[]>;
  /** The last documents of a prefix, last first; only those before the id `prefix + before` when it is given. */
  readonly listBefore: <T>(prefix: string, before: string | undefined, most: number) => Promise<readonly Stored<T>[]>;
}

/** A document of the account database. */
export interface Stored<T> {
  readonly id: string;
  readonly rev: string;
  readonly value: T;
}

/** Typed access to the account database, which only the server reads and writes. */
export function openAccountStore(database: CouchDatabase): AccountStore {
  const write = (document: StoredDocument): Promise<boolean> => unlessConflict(database.put(document));
  return {
    read: async <T>(id: string) => {
      const document = await database.get(id);
      return document === undefined ? undefined : toStored<T>(document);
    },
    create: (id, value) => write({ ...value, _id: id }),
    replace: (stored, value) => write({ ...value, _id: stored.id, _rev: stored.rev }),
    remove: (stored) => unlessConflict(database.remove(stored.id, stored.rev)),
    list: async <T>(prefix: string) => (await database.list(prefix)).map((document) => toStored<T>(document)),
    listOwned: async <T>(kind: OwnedKind, account: string) =>
      (await readOwned(database, kind, account)).map((document) => toStored<T>(document)),
    listBefore: async <T>(prefix: string, before: string | undefined, most: number) =>
      (await database.listBefore(prefix, before, most)).map((document) => toStored<T>(document)),
  };
}

/** Only this server writes here, so what is read has the shape that was written under the id's prefix. */
function toStored<T>({ _id, _rev, ...value }: StoredDocument): Stored<T> {
  return { id: _id, rev: _rev ?? '', value: value as T };
}

async function unlessConflict(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (couchStatus(error) === 409) return false;
    throw error;
  }
}

/** Runs `attempt` again while it answers `undefined` because somebody else wrote first. */
export async function retryOnConflict<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 20; tries += 1) {
    const value = await attempt();
    if (value !== undefined) return value;
  }
  throw new Error('too many writers at once in the account database');
}
