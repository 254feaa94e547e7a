import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptsDatabase } from '../../shared/access/database-names.ts';
import { CHUNK_BYTES } from '../../shared/receipts/receipt-chunks.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { activityRole, provisionBook, provisionServer } from './provision.ts';

const ACTIVITY = '01HK153X0173FHWT6W4MS9X6BE';
const MEMBER = ['member', activityRole(ACTIVITY)];
const HASH = 'a'.repeat(64);
const database = receiptsDatabase(ACTIVITY);

function attachment(length = 10, name = 'chunk'): object {
  const data = Buffer.alloc(length, 'x').toString('base64');
  return { [name]: { content_type: 'application/octet-stream', data } };
}

describe('a database of receipts', () => {
  let server: TestCouch;
  beforeAll(async () => {
    server = await startTestCouch();
    await provisionServer(server.couch);
    await provisionBook(server.couch, ACTIVITY);
  });
  afterAll(() => server.close());

  const write = async (document: object, roles: readonly string[] = MEMBER): Promise<string> => {
    const body = JSON.stringify({ docs: [document], new_edits: '_rev' in document ? false : true });
    const response = await server.fetchAs('ada', roles, `/${database}/_bulk_docs`, { method: 'POST', body });
    if (!response.ok) return String(response.status);
    const [row] = (await response.json()) as { error?: string; reason?: string }[];
    return row?.error === undefined ? 'taken' : ((row.reason ?? row.error).split(':')[0] ?? '');
  };

  it.each([
    ['a chunk', { _id: `rcpt:${HASH}:000`, _attachments: attachment(CHUNK_BYTES) }, 'taken'],
    // As PouchDB sends it: the front makes a first write of it.
    [
      'a first revision of its own',
      { _id: `rcpt:${HASH}:001`, _rev: '1-abc', _attachments: attachment() },
      'record.final',
    ],
    ['one byte too many', { _id: `rcpt:${HASH}:002`, _attachments: attachment(CHUNK_BYTES + 1) }, 'file.tooLarge'],
    ['nothing', { _id: `rcpt:${HASH}:002`, _attachments: attachment(0) }, 'file.tooLarge'],
    ['no attachment', { _id: `rcpt:${HASH}:002` }, 'record.invalid'],
    [
      'two attachments',
      { _id: `rcpt:${HASH}:002`, _attachments: { ...attachment(), ...attachment(9, 'more') } },
      'record.invalid',
    ],
    ['another name', { _id: `rcpt:${HASH}:002`, _attachments: attachment(9, 'page.html') }, 'record.invalid'],
    ['another id', { _id: 'note', _attachments: attachment() }, 'record.invalid'],
    ['a part beyond the largest file', { _id: `rcpt:${HASH}:427`, _attachments: attachment() }, 'record.invalid'],
    ['other members', { _id: `rcpt:${HASH}:002`, text: 'x', _attachments: attachment() }, 'record.invalid'],
    [
      'a beginning of a later generation',
      { _id: `rcpt:${HASH}:004`, _rev: '50-abc', _attachments: attachment() },
      'record.final',
    ],
    [
      'a beginning with a history',
      {
        _id: `rcpt:${HASH}:004`,
        _rev: '2-abc',
        _revisions: { start: 2, ids: ['abc', 'abd'] },
        _attachments: attachment(),
      },
      'record.final',
    ],
    ['a deletion', { _id: `rcpt:${HASH}:003`, _rev: '1-abc', _deleted: true }, 'record.final'],
  ])('%s', async (_name, document, expected) => {
    expect(await write(document)).toBe(expected);
  });

  it('holds what was written once, whoever of its readers comes back', async () => {
    const id = `rcpt:${HASH}:010`;
    expect(await write({ _id: id, _attachments: attachment() })).toBe('taken');
    const { _rev } = (await (await server.fetchAs('ada', MEMBER, `/${database}/${id}`)).json()) as { _rev: string };
    for (const roles of [MEMBER, ['support-team']]) {
      expect(await write({ _id: id, _rev: '2-abc', _revisions: { start: 2, ids: ['abc', _rev.slice(2)] }, _attachments: attachment(5) }, roles)).toBe('record.final'); // prettier-ignore
      const removal = await server.fetchAs('ada', roles, `/${database}/${id}?rev=${_rev}`, { method: 'DELETE' });
      expect(removal.status).toBe(403);
    }
    await server.couch.database(database).remove(id, _rev);
  });

  it.each(['1-fff', '50-abc'])('shows no second beginning %s in place of the first', async (rev) => {
    const id = `rcpt:${HASH}:${rev === '1-fff' ? '011' : '012'}`;
    expect(await write({ _id: id, _attachments: attachment() })).toBe('taken');
    expect(await write({ _id: id, _rev: rev, _attachments: attachment(5) })).toBe('record.final');
  });

  it.each([
    ['its members', MEMBER, 200],
    ['the support team', ['support-team'], 200],
    ['members of other activities', ['member', activityRole('01HK153X014ZQ906MTVNH4K53B')], 403],
  ] as const)('is read by %s: %s', async (_who, roles, status) => {
    expect((await server.fetchAs('x', roles, `/${database}/_all_docs`)).status).toBe(status);
  });
});
