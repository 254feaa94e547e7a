import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts } from '../accounts/accounts.ts';
import { bookDatabase } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import { provisionServer } from '../rules/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import { fillDemonstration } from '../system/demonstration.ts';
import { settleInstance } from '../system/instance.ts';
import { fillAnnex } from '../testing/annex.ts';
import { describeServer } from '../testing/describe-server.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { makeTestFolder, useTestFolder } from '../testing/test-folder.ts';
import { makeCustomer } from '../testing/test-records.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const TODAY = '2026-03-26';
const clock = () => `${TODAY}T09:00:00.000Z`;
const report = () => undefined;
const PASSWORD = 'champ de lin bleu';

/** A record with two living branches and one that ended, as they come from devices that never met. */
async function writeConflict(couch: Couch, book: string, activityId: string): Promise<string> {
  const { _rev, ...document } = toDocument(makeCustomer('lea.morvan', activityId));
  const branch = (ids: string[]) => ({
    ...document,
    _rev: `${String(ids.length)}-${ids[0] ?? ''}`,
    _revisions: { start: ids.length, ids },
  });
  const rows = await couch.database(book).writeAll([branch(['a2', 'a1']), branch(['b3', 'b2', 'a1'])], false);
  expect(rows).toEqual([]);
  return document._id;
}

let source: TestCouch;
const folder = makeTestFolder();
const backup = join(folder.path, 'first');
let conflict: { book: string; id: string };

beforeAll(async () => {
  source = await startTestCouch();
  await provisionServer(source.couch);
  const accounts = openAccounts(source.couch, clock);
  await fillDemonstration(source.couch, accounts, TODAY);
  await settleInstance(source.couch, accounts, false, clock);
  const lea = await accounts.people.findPerson('lea.morvan');
  if (typeof lea?.activityId !== 'string') throw new Error('the demonstration has no Léa');
  await accounts.passwords.set(lea, PASSWORD);
  const book = bookDatabase(lea.activityId);
  conflict = { book, id: await writeConflict(source.couch, book, lea.activityId) };
  await source.couch.database('network').put({ _id: `_local/consolidation-${book}`, since: '12-g1AAAAxyz' });
  await fillAnnex(source.couch, 'annex');
  await makeBackup(source.couch, backup, clock, report);
}, 120_000);
afterAll(async () => {
  await source.close();
  folder.remove();
});

async function withEmptyServer<T>(run: (target: TestCouch) => Promise<T>): Promise<T> {
  const target = await startTestCouch();
  try {
    return await run(target);
  } finally {
    await target.close();
  }
}

const restore = (couch: Couch, from = backup, isIntoExisting = false) =>
  restoreBackup(couch, { folder: from, isIntoExisting, report });

describe('a backup', () => {
  it('is for its owner alone and leaves no draft', () => {
    expect(readdirSync(folder.path)).toEqual(['first']);
    for (const file of ['.', ...readdirSync(backup)]) expect(statSync(join(backup, file)).mode & 0o077, file).toBe(0);
    const manifest = readFileSync(join(backup, 'manifest.json'), 'utf8');
    expect(manifest).toContain('password hashes');
    expect(manifest).not.toContain('derived_key');
  });

  it('does not overwrite anything', async () => {
    await expect(makeBackup(source.couch, backup, clock, report)).rejects.toThrow('is there already');
  });

  it('comes back whole into an empty server, twice as well as once, and people sign in', async () => {
    await withEmptyServer(async ({ couch }) => {
      const outcomes = await restore(couch);
      expect(outcomes.filter(({ isComplete }) => !isComplete)).toEqual([]);
      const wanted = await describeServer(source.couch);
      expect(await describeServer(couch)).toEqual(wanted);
      expect(Object.keys(wanted).length).toBeGreaterThan(15);
      // What is personal too, with who may read it.
      expect(Object.keys(wanted)).toContain('person-lea_morvan');
      const read = await couch.request<Record<string, unknown>>({
        db: conflict.book,
        path: encodeURIComponent(conflict.id),
        query: { conflicts: true, revs: true },
      });
      expect(read).toMatchObject({ _rev: '3-b3', _conflicts: ['2-a2'], _revisions: { ids: ['b3', 'b2', 'a1'] } });
      await couch.signIn('lea.morvan', PASSWORD);
      await expect(couch.signIn('lea.morvan', 'another one')).rejects.toMatchObject({ statusCode: 401 });
      // The rules judge again, as before.
      await expect(restore(couch)).rejects.toThrow('--into-existing');
      await restore(couch, backup, true);
      expect(await describeServer(couch)).toEqual(wanted);
    });
  }, 120_000);

  it('comes into a server that was provisioned and never used, also where accounts were tried and deleted', async () => {
    await withEmptyServer(async ({ couch }) => {
      const accounts = openAccounts(couch, clock);
      await provisionServer(couch);
      await settleInstance(couch, accounts, false, clock);
      // Léa was here before, from this very backup, and somebody else; both were deleted.
      const users = couch.database('_users');
      const [lea] = await source.couch.database('_users').getMany(['org.couchdb.user:lea.morvan']);
      if (lea?._rev === undefined) throw new Error('the demonstration has no Léa');
      const [start = '', hash = ''] = lea._rev.split('-');
      const grave = { _id: lea._id, _deleted: true, _rev: `${String(Number(start) + 1)}-abc` };
      const history = { start: Number(start) + 1, ids: ['abc', hash] };
      expect(await users.writeAll([{ ...grave, _revisions: history }], false)).toEqual([]);
      await users.remove(
        'org.couchdb.user:x',
        await users.put({ _id: 'org.couchdb.user:x', name: 'x', type: 'user', roles: [], password: PASSWORD }),
      );

      const outcomes = await restore(couch);
      expect(outcomes.filter(({ isComplete }) => !isComplete)).toEqual([]);
      await couch.signIn('lea.morvan', PASSWORD);
      const instance = await couch.request({ db: 'sillon-accounts', path: 'instance', query: { conflicts: true } });
      expect(instance).not.toHaveProperty('_conflicts');
      // One living document more, and it is somebody's server.
      await expect(restore(couch)).rejects.toThrow('--into-existing');
    });
  }, 120_000);

  it.each([
    ['a person', 'sillon-accounts', { _id: 'person:somebody' }],
    ['a design document of others', 'commons', { _id: '_design/theirs' }],
    ['a record that was deleted', 'network', undefined],
  ])('stays out of a server that holds %s', async (_what, name, document) => {
    await withEmptyServer(async ({ couch }) => {
      await provisionServer(couch);
      const database = couch.database(name);
      if (document !== undefined) await database.put(document);
      else
        await database.writeAll(
          [{ _id: 'gone', _rev: '2-b', _revisions: { start: 2, ids: ['b', 'a'] }, _deleted: true }],
          false,
        );
      await expect(restore(couch)).rejects.toThrow(`holds data already (${name})`);
    });
  });

  it('goes on after an interruption, and nobody starts a server on half of it', async () => {
    await withEmptyServer(async ({ couch }) => {
      let databases = 0;
      const stop = () => {
        databases += 1;
        if (databases === 5) throw new Error('power cut');
      };
      const options = { folder: backup, isIntoExisting: false };
      await expect(restoreBackup(couch, { ...options, report: stop })).rejects.toThrow('power cut');
      const other = join(folder.path, 'other');
      await expect(makeBackup(couch, other, clock, report)).rejects.toThrow('Run the same restore again');
      await restore(couch);
      expect(await describeServer(couch)).toEqual(await describeServer(source.couch));
      expect(await couch.listDatabases()).not.toContain('sillon-restore');
    });
  }, 120_000);

  it('adds to what is there when told to, and deletes nothing', async () => {
    await withEmptyServer(async ({ couch }) => {
      await couch.request({ db: 'annex', method: 'PUT' });
      await couch.database('annex').put({ _id: 'mine', text: 'newer than the backup' });
      await couch.database('annex').put({ _id: '_design/own', language: 'javascript' });
      const outcomes = await restore(couch, backup, true);
      expect(outcomes.every(({ isComplete }) => isComplete)).toBe(true);
      expect(await couch.database('annex').get('mine')).toMatchObject({ text: 'newer than the backup' });
      expect(await couch.database('annex').get('receipt')).toMatchObject({ _rev: `2-${'b2'.repeat(16)}` });
      expect(await couch.request({ db: 'annex', path: '_security' })).toMatchObject({
        members: { roles: ['support-team'] },
      });
    });
  }, 120_000);
});

describe('a damaged backup', () => {
  const copyWith = (change: (copy: string) => void): string => {
    const copy = join(useTestFolder(), 'copy');
    cpSync(backup, copy, { recursive: true });
    change(copy);
    return copy;
  };
  it.each<[string, (copy: string) => void, string]>([
    [
      'one byte changed',
      (copy) => flip(join(copy, 'commons.jsonl.gz')),
      'commons.jsonl.gz of the backup (commons) is damaged',
    ],
    [
      'a file cut short',
      (copy) => {
        truncateSync(join(copy, 'network.jsonl.gz'), 10);
      },
      'network.jsonl.gz',
    ],
    [
      'a file missing',
      (copy) => {
        rmSync(join(copy, 'annex.jsonl.gz'));
      },
      'is missing',
    ],
    [
      'a count in the manifest changed',
      (copy) => {
        edit(copy, /"revisions": \d+/, '"revisions": 0');
      },
      'is damaged',
    ],
    [
      'no manifest',
      (copy) => {
        rmSync(join(copy, 'manifest.json'));
      },
      'no finished backup',
    ],
    [
      'a newer format',
      (copy) => {
        edit(copy, /"formatVersion": 1/, '"formatVersion": 2');
      },
      'newer version of Sillon',
    ],
  ])('with %s is refused before anything is written', async (_name, change, sentence) => {
    const copy = copyWith(change);
    await withEmptyServer(async ({ couch }) => {
      await expect(restore(couch, copy)).rejects.toThrow(sentence);
      expect(await couch.listDatabases()).toEqual(['_users']);
    });
  });
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function edit(copy: string, pattern: RegExp, text: string): void {
  const path = join(copy, 'manifest.json');
  const before = readFileSync(path, 'utf8');
  expect(before).toMatch(pattern);
  writeFileSync(path, before.replace(pattern, text));
}
