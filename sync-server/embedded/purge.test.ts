import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pickList } from './contract/contract-context.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

describe('what is purged', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.admin.put('/book');
    const views = { all: { map: 'function (doc) { emit(doc._id, 1); }' } };
    await server.admin.put('/book/_design/totals', { language: 'javascript', views });
  });
  afterAll(() => server.stop());

  it('is in no view any more', async () => {
    const { admin } = server;
    const ids = async () =>
      pickList((await admin.get('/book/_design/totals/_view/all')).json, 'rows').map(
        (row) => (row as { id: string }).id,
      );
    const written = (await admin.put('/book/leaving', { v: 1 })).json as { rev: string };
    await admin.put('/book/staying', { v: 1 });
    expect(await ids()).toEqual(['leaving', 'staying']);
    await admin.post('/book/_purge', { leaving: [written.rev] });
    expect(await ids()).toEqual(['staying']);
    await admin.put('/book/new', { v: 1 });
    expect(await ids()).toEqual(['new', 'staying']);
  });

  it('is not readable in the file either', async () => {
    const { admin } = server;
    const secret = 'A name that nobody shall find again';
    const data = Buffer.from('A picture that nobody shall find again').toString('base64');
    const body = { secret, _attachments: { picture: { content_type: 'text/plain', data } } };
    const written = (await admin.put('/book/secret', body)).json as { rev: string };
    await admin.post('/book/_purge', { secret: [written.rev] });
    await server.couch.close();
    const file = readFileSync(join(server.dataDir, 'couch.sqlite'));
    // What was not purged is.
    expect(file.includes('_design/totals')).toBe(true);
    expect(file.includes(secret)).toBe(false);
    expect(file.includes('A picture that nobody')).toBe(false);
  });
});
