import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { FixturePerson } from '../../build/fixtures/fixture-files.ts';
import {
  fixturePath,
  listFixtures,
  readFixtureDevice,
  readFixtureFigures,
} from '../../build/fixtures/fixture-files.ts';
import { restoreDatabases } from '../../build/fixtures/indexeddb-copy.ts';
import { readDevice } from '../../build/fixtures/read-device.ts';
import { readFigures } from '../../build/fixtures/read-figures.ts';
import type { AccountInfo } from '../../shared/access/account-info.ts';
import { isAccountInfo } from '../../shared/access/account-info.ts';
import { unwrap } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { checkBackup } from '../data/backup/backup-read.ts';
import { restoreBackup } from '../data/backup/backup-restore.ts';
import { readOrigin } from '../data/backup/backup-seal.ts';
import type { BookStore } from '../data/book-store.ts';
import { DeviceFacts } from '../data/device-facts.ts';
import { openDatabase } from '../data/open-database.ts';
import { openStore } from '../data/open-store.ts';
import { findSealKey } from '../data/backup/seal-keys.ts';
import { until } from '../data/testing/fresh-store.ts';

/** Where a person's device holds books. */
const HOME = { member: 'book', coordinator: 'network' } as const;

beforeEach(async () => {
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
  }
});

/** The one account that a restored device knows. */
async function readAccount(): Promise<AccountInfo> {
  const { database, collections } = await openDatabase('sillon-device', []);
  const [known] = await new DeviceFacts(collections.device).list('account');
  await database.close();
  const account = known?.body['account'];
  if (!isAccountInfo(account)) throw new Error('the device knows nobody');
  return account;
}

/** The application's own store of an account, every record read; under another name it is a device without anything. */
async function open(account: AccountInfo, day: string, name?: string): Promise<BookStore> {
  const store = await openStore(account, () => `${day}T12:00:00.000Z`, name);
  onTestFinished(() => store.close());
  await until(() => Object.values(store.parts.images).every((image) => image.isComplete));
  return store;
}

const recordsOf = (store: BookStore, name: 'book' | 'network' | 'commons'): readonly AnyRecord[] => [
  ...store.image(name).all(),
];

describe.each(listFixtures())('a device of version %s', (version) => {
  const fixture = readFixtureFigures(version);
  const { day } = fixture;

  it.each<FixturePerson>(['member', 'coordinator'])(
    'of the %s opens: the same figures, and what was not sent waits still',
    async (person) => {
      await restoreDatabases(readFixtureDevice(version, person));
      const account = await readAccount();
      expect(account.account).toBe(fixture.accounts[person].account);
      const store = await open(account, day);
      expect(store.parts.isWritable).toBe(true);
      const held = { commons: recordsOf(store, 'commons'), books: recordsOf(store, HOME[person]) };
      expect(readFigures(held, day)).toMatchObject(fixture[person]);
      const pending = store.writtenImages.flatMap((image) => [...image.all()].filter((record) => record.isPending));
      expect(pending.map(({ id }) => id)).toEqual(fixture.pending[person]);
    },
  );

  it.each<[FixturePerson, string, 'sealed' | 'unknown']>([
    ['member', 'backup-member-sealed.sillon', 'sealed'],
    ['member', 'backup-member-unsealed.sillon', 'unknown'],
    ['coordinator', 'backup-coordinator-sealed.sillon', 'sealed'],
  ])('of the %s comes back from %s', async (person, file, origin) => {
    const device = readFixtureDevice(version, person);
    await restoreDatabases(device);
    const account = await readAccount();
    const sealKey = await findSealKey(`coop:${account.account}`);
    const backup = unwrap(await checkBackup(new Blob([readFileSync(fixturePath(version, file))])));
    expect(await readOrigin(backup, sealKey)).toBe(origin);

    const store = await open(account, day, `other-${account.account}`);
    const counts = unwrap(await restoreBackup(store, backup, { sealKey, isConfirmed: true }));
    expect(counts).toMatchObject({ leftOut: 0, copied: 0 });
    await until(() => recordsOf(store, HOME[person]).length === counts.added);
    // Settings and verdicts come from the server alone: here they are what the device held.
    const restored = recordsOf(store, HOME[person]);
    const ids = new Set(restored.map(({ id }) => id));
    const { commons, books } = readDevice(device, HOME[person]);
    const fromServer = books.filter(({ id }) => !ids.has(id));
    expect(fromServer.length + commons.length).toBe(counts.fromServer);
    expect(readFigures({ commons, books: [...restored, ...fromServer] }, day)).toMatchObject(fixture[person]);
  });
});
