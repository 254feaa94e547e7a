import { beforeEach, describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { TestDevice } from '../../sync-server/testing/test-device.ts';
import { makeCustomer } from '../../sync-server/testing/test-records.ts';
import { until } from '../data/testing/fresh-store.ts';
import { memberOfEachTest } from './testing/open-member.test-support.ts';
import type { SyncDevice } from './testing/sync-device.ts';

const getMember = memberOfEachTest();
let client: TestDevice;
let device: SyncDevice;

beforeEach(() => {
  ({ device, client } = getMember());
});

describe('an attachment on a record (E8)', () => {
  const file = { note: { content_type: 'text/plain', data: btoa('an edit by a device would destroy this') } };

  it('is refused, with the record and on its own, so that no edit can destroy one', async () => {
    const entry = await device.write('Sans pièce');
    device.start();
    await device.settle();
    const stored = await client.read(entry.id);
    const held = device.entry(entry.id) ?? entry;
    const [row] = await client.push([{ ...held, edits: ['next', ...held.edits], _attachments: file } as AnyRecord]);
    expect(row).toMatchObject({ error: 'forbidden', reason: 'record.invalid: record is not valid at _attachments' });
    const path = `/couch/${client.book}/${encodeURIComponent(entry.id)}/note?rev=${held.rev}`;
    expect((await client.fetch(path, { method: 'PUT', body: 'a file' })).status).toBe(404);
    expect(await client.read(entry.id)).toEqual(stored);
  });
});

describe('a bare tombstone (E13)', () => {
  it('that the feed brings takes nothing away and holds nothing up', async () => {
    const known = await device.write('Gardée');
    device.start();
    await device.settle();
    const { account, activityId } = device.store.parts.account;
    const later = makeCustomer(account, activityId ?? '', 'Après la pierre');
    let pulls = 0;
    device.fault = (path, send) => {
      if (!path.includes('_changes') || path.includes('longpoll')) return undefined;
      pulls += 1;
      // No rule lets anybody delete a record: only a hand on the server's own database could leave this in the feed.
      return pulls > 1 ? undefined : send().then(addTombstones);
    };
    const addTombstones = async (answer: Response): Promise<Response> => {
      const page = (await answer.json()) as { results: object[] };
      const bare = [known.id, 'customer:GONE'].map((id) => {
        const rev = '9-0123456789abcdef0123456789abcdef';
        return { seq: '1', id, changes: [{ rev }], deleted: true, doc: { _id: id, _rev: rev, _deleted: true } };
      });
      return Response.json({ ...page, results: [...bare, ...page.results] });
    };
    await client.push([later]);
    device.replication.syncNow();
    await until(() => device.store.book.get(later.id) !== undefined);
    expect(pulls).toBeGreaterThan(0);
    expect(device.entry(known.id)?.body.label).toBe('Gardée');
    expect(device.store.book.get('customer:GONE')).toBeUndefined();
    const edited = await device.write('Encore vivante', device.entry(known.id));
    await device.settle();
    expect((await client.read(known.id))?.['edits']).toEqual(edited.edits);
    expect(device.errors).toEqual([]);
  });
});
