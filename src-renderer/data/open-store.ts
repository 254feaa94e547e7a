import { ulid } from 'ulid';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { Clock } from '../../shared/core/ports.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { BookStore } from './book-store.ts';
import { databaseBehind } from './database-of.ts';
import { DeviceFacts } from './device-facts.ts';
import { openDatabase } from './open-database.ts';
import { RecordImage } from './record-image.ts';

/** Grows when this version of Sillon writes the store in a way that an older one would misread. */
export const STORE_VERSION = 1;

const STORE_FACT = 'store';
const systemClock: Clock = () => new Date().toISOString();

/** Name of the local store of one account: people on one computer, and demonstration and real data, never share one. */
export function storeName(account: AccountInfo): string {
  const safe = account.account.toLowerCase().replace(/[^a-z0-9]/g, '-');
  return `sillon-${account.isDemo ? 'demo' : 'coop'}-${safe}`;
}

/** Opens the store of the person who signed in and starts reading it. Another `name` is another device's. */
export async function openStore(
  account: AccountInfo,
  clock: Clock = systemClock,
  name = storeName(account),
): Promise<BookStore> {
  const names = (['book', 'person', 'commons', 'office', 'network'] as const).filter(
    (name: DatabaseName) => databaseBehind(account, name) !== undefined,
  );
  const { database, collections, endExchange } = await openDatabase(name, names);
  const facts = new DeviceFacts(collections.device);
  const isWritable = await claimStore(facts, clock);
  const images: Partial<Record<DatabaseName, RecordImage>> = {};
  for (const name of names) {
    const collection = collections[name];
    if (collection !== undefined) images[name] = new RecordImage(collection);
  }
  const today = clock().slice(0, 10);
  for (const image of Object.values(images)) void image.load(today);
  const context = { author: { user: account.account, device: account.device.id }, clock, newId: () => ulid() };
  return new BookStore({ account, database, endExchange, collections, images, facts, context, isWritable });
}

async function claimStore(facts: DeviceFacts, clock: Clock): Promise<boolean> {
  const known = await facts.get(STORE_FACT);
  const version = known?.body['version'];
  if (typeof version === 'number' && version > STORE_VERSION) return false;
  if (version !== STORE_VERSION) {
    await facts.put({ id: STORE_FACT, kind: 'store', at: clock(), body: { version: STORE_VERSION } });
  }
  return true;
}
