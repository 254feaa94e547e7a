import type { RxCollection, RxDatabase } from 'rxdb';
import { addRxPlugin, BROADCAST_CHANNEL_BY_TOKEN, createRxDatabase } from 'rxdb';
import { RxDBLeaderElectionPlugin } from 'rxdb/plugins/leader-election';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import type { DeviceFact } from './collection-schema.ts';
import { DEVICE_SCHEMA, RECORD_SCHEMA } from './collection-schema.ts';
import { patientStorage } from './patient-storage.ts';
import { wholeWrites } from './whole-writes.ts';

addRxPlugin(RxDBLeaderElectionPlugin);

/** Collections of one person's store; those the account may not read do not exist. */
export interface StoreCollections {
  readonly device: RxCollection<DeviceFact>;
  readonly book?: RxCollection<AnyRecord>;
  readonly person?: RxCollection<AnyRecord>;
  readonly commons?: RxCollection<AnyRecord>;
  readonly office?: RxCollection<AnyRecord>;
  readonly network?: RxCollection<AnyRecord>;
}

/** The store of one name. */
export interface OpenDatabase {
  readonly database: RxDatabase;
  readonly collections: StoreCollections;
  /** To be called before it is closed: a full disk would keep it open. */
  readonly endExchange: () => void;
}

/**
 * Opens (or creates) the store of one name. `strict` durability: a write that was reported as done survives a power cut.
 */
export async function openDatabase(name: string, databases: readonly DatabaseName[]): Promise<OpenDatabase> {
  const { storage, giveUp } = patientStorage(wholeWrites(getRxStorageDexie({ chromeTransactionDurability: 'strict' })));
  const database = await createRxDatabase({
    name,
    storage,
    multiInstance: true,
    eventReduce: true,
  });
  const wanted: Record<string, { schema: unknown; conflictHandler?: unknown }> = { device: { schema: DEVICE_SCHEMA } };
  for (const key of databases) wanted[key] = { schema: RECORD_SCHEMA };
  // The creator's types cannot express one call with two schemas; the names are checked by StoreCollections.
  const collections = (await database.addCollections(wanted as never)) as unknown as StoreCollections;
  hearOtherWindows(database);
  return { database, collections, endExchange: giveUp };
}

/**
 * The channel between windows drops messages whose time lies before a window began to listen. After the clock was put back
 * that is everything an older window says, until the page is loaded again. A browser's own channel never repeats what was
 * said before, so nothing needs to be dropped.
 */
function hearOtherWindows({ token }: RxDatabase): void {
  const channel = BROADCAST_CHANNEL_BY_TOKEN.get(token)?.bc as ListeningChannel | undefined;
  for (const listener of channel?._addEL?.message ?? []) listener.time = 0;
}

/** Members of the `broadcast-channel` package that its types leave out. */
interface ListeningChannel {
  readonly _addEL?: { readonly message: { time: number }[] };
}
