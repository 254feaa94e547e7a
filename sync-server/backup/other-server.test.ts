import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Couch } from '../couch/connect.ts';
import { connectCouch } from '../couch/connect.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import { orMissing } from '../couch/couch-request.ts';
import { fillAnnex } from '../testing/annex.ts';
import { describeServer } from '../testing/describe-server.ts';
import { findRealCouch } from '../testing/real-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { forgetRestore, readRestoreNote } from './restore-note.ts';

const clock = () => '2026-03-26T09:00:00.000Z';
const report = () => undefined;

async function startCouch(): Promise<Couch> {
  const server = await startTestCouch();
  onTestFinished(() => server.close());
  return server.couch;
}

/** The same server, introducing itself as CouchDB. */
function disguised(couch: Couch): Couch {
  return {
    ...couch,
    request: <T>(request: Parameters<Couch['request']>[0]) =>
      request.path === '' && request.db === undefined
        ? Promise.resolve({ version: '3.5.2' } as T)
        : couch.request<T>(request),
  };
}

describe('a large book', () => {
  const RECORDS = 6_000;

  /** Notes the most documents that went through one request. */
  function watched(couch: Couch, note: (documents: number) => void): Couch {
    const watch = (database: CouchDatabase): CouchDatabase => ({
      ...database,
      changes: async (since, limit) => {
        const changes = await database.changes(since, limit);
        note(changes.results.length);
        return changes;
      },
      getRevisions: (leaves, withContent) => {
        note(leaves.length);
        return database.getRevisions(leaves, withContent);
      },
      writeAll: (documents, newEdits) => {
        note(documents.length);
        return database.writeAll(documents, newEdits);
      },
    });
    return { ...couch, database: (name) => watch(couch.database(name)) };
  }

  it('passes through in pages while somebody writes', async () => {
    const couch = await startCouch();
    await couch.request({ db: 'large', method: 'PUT' });
    const large = couch.database('large');
    const documents = Array.from({ length: RECORDS }, (_, n) => ({ _id: `r${String(n)}`, text: 'x'.repeat(400), n }));
    await large.writeAll(documents, true);
    let most = 0;
    let writes = 0;
    let turn = Promise.resolve();
    const note = (count: number): void => {
      most = Math.max(most, count);
      if (writes >= 8) return;
      writes += 1;
      // Somebody changes a record that was read, and one that was not read yet.
      const changed = [`r${String(writes)}`, `r${String(RECORDS - writes)}`];
      turn = turn.then(async () => {
        for (const document of await large.getMany(changed)) await large.put({ ...document, text: 'changed' });
      });
    };
    const folder = join(useTestFolder(), 'large');
    const manifest = await makeBackup(watched(couch, note), folder, clock, report);
    await turn;
    expect(most).toBeLessThanOrEqual(500);
    const entry = manifest.databases.find(({ name }) => name === 'large');
    expect(entry).toMatchObject({ documents: RECORDS, isCountExact: true });
    expect(entry?.revisions).toBeGreaterThanOrEqual(RECORDS);

    const target = await startCouch();
    most = 0;
    writes = 8;
    const outcomes = await restoreBackup(watched(target, note), { folder, isIntoExisting: false, report });
    expect(outcomes.every(({ isComplete }) => isComplete)).toBe(true);
    expect(most).toBeLessThanOrEqual(500);
    expect(await describeServer(target)).toEqual(await describeServer(couch));
  }, 60_000);
});

describe('a backup of another kind of server', () => {
  it('leaves out the positions that this kind cannot read, and says so', async () => {
    const couch = await startCouch();
    await fillAnnex(couch, 'annex');
    const folder = join(useTestFolder(), 'moved');
    await makeBackup(disguised(couch), folder, clock, report);
    const target = await startCouch();
    const outcomes = await restoreBackup(target, { folder, isIntoExisting: false, report });
    const annex = outcomes.find(({ name }) => name === 'annex');
    expect(annex).toMatchObject({ isComplete: true, positionsLeftOut: 1, localDocuments: 1 });
    expect(await target.database('annex').listLocal()).toEqual(['_local/note']);
  });
});

const real = findRealCouch('backup');
if (real !== undefined) {
  describe('between the embedded server and the server of COUCHDB_URL', () => {
    const run = randomBytes(4).toString('hex');
    const name = `backup-${run}`;
    const person = `backup.${run}`;
    const id = `org.couchdb.user:${person}`;
    const isOurs = (database: string): boolean => database === name;
    const whole = connectCouch(real.url, real.admin);
    /** Others may work on the server and other tests do: their databases come and go, and are not ours to copy. */
    const there: Couch = {
      ...whole,
      listDatabases: async () => (await whole.listDatabases()).filter((each) => isOurs(each) || each === '_users'),
    };

    it('goes there and comes back with every revision, attachment and password', async () => {
      const couch = await startCouch();
      await fillAnnex(couch, name);
      await couch.database('_users').put({ _id: id, name: person, type: 'user', roles: [], password: 'champ de lin' });
      const away = join(useTestFolder(), 'away');
      const { id: backupId } = await makeBackup(couch, away, clock, report);
      onTestFinished(async () => {
        await orMissing(there.request({ db: name, method: 'DELETE' }));
        const user = await there.database('_users').get(id);
        if (user?._rev !== undefined) await there.database('_users').remove(id, user._rev);
        // Left behind only when the restore failed.
        if ((await readRestoreNote(there)) === backupId) await forgetRestore(there);
      });
      // The server may hold other things; ours are new to it.
      const outcomes = await restoreBackup(there, { folder: away, isIntoExisting: true, report });
      expect(outcomes.filter(({ isComplete }) => !isComplete)).toEqual([]);
      await there.signIn(person, 'champ de lin');

      const back = join(useTestFolder(), 'back');
      await makeBackup(there, back, clock, report);
      const target = await startCouch();
      await restoreBackup(target, { folder: back, isIntoExisting: false, report });
      const wanted = await describeServer(couch, isOurs);
      const withoutPositions = (described: Record<string, unknown>): unknown => ({
        ...(described[name] as object),
        local: [],
      });
      expect(withoutPositions(await describeServer(there, isOurs))).toEqual(withoutPositions(wanted));
      expect(withoutPositions(await describeServer(target, isOurs))).toEqual(withoutPositions(wanted));
      expect(await target.database(name).get('_local/note')).toMatchObject({ text: 'no position' });
      await target.signIn(person, 'champ de lin');
    }, 60_000);
  });
}
