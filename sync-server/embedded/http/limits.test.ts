import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pick, pickList } from '../contract/contract-context.ts';
import { ADMIN, startTestServer, type TestServer } from '../testing/test-server.ts';

const ADMIN_BASIC = `Basic ${Buffer.from(`${ADMIN.name}:${ADMIN.password}`).toString('base64')}`;
const json = { 'content-type': 'application/json' };

describe('limits', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({
      limits: {
        maxBodyBytes: 100_000,
        maxInflatedBodyBytes: 200_000,
        maxBatchDocuments: 5,
        headersTimeoutMs: 500,
        requestTimeoutMs: 500,
      },
    });
    await server.admin.put('/book');
  });
  afterAll(() => server.stop());

  it('a body that is too large is refused, with or without its length told', async () => {
    const docs = [{ x: 'x'.repeat(150_000) }];
    const told = await server.admin.post('/book/_bulk_docs', { docs });
    expect([told.status, pick(told.json, 'error')]).toEqual([413, 'too_large']);
    const status = await sendRaw(server.couch.port, [
      'POST /_session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
      ...Array.from({ length: 30 }, () => `2000\r\n${'x'.repeat(0x2000)}\r\n`),
      '0\r\n\r\n',
    ]);
    expect(status).toContain(' 413 ');
  });

  it('a gzip body is inflated, up to its limit', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' };
    const good = gzipSync(JSON.stringify({ docs: [{ _id: 'gz', ok: true }] }));
    expect((await server.admin.send('POST', '/book/_bulk_docs', { rawBody: good, headers })).status).toBe(201);
    const bomb = gzipSync(JSON.stringify({ docs: [{ _id: 'bomb', x: 'a'.repeat(20_000_000) }] }));
    expect(bomb.length).toBeLessThan(100_000);
    expect((await server.admin.send('POST', '/book/_bulk_docs', { rawBody: bomb, headers })).status).toBe(413);
    const broken = await server.admin.send('POST', '/book/_bulk_docs', { rawBody: 'no gzip', headers });
    expect(broken.status).toBe(400);
    expect((await server.admin.get('/book/gz')).status).toBe(200);
  });

  it('answers are compressed for those who like it', async () => {
    await server.admin.put('/book/long', { text: 'long '.repeat(200) });
    for (const path of ['/book/long', '/book/_all_docs?include_docs=true']) {
      const headers = { 'accept-encoding': 'gzip', authorization: ADMIN_BASIC };
      const response = await fetch(server.couch.url + path, { headers });
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(await response.text()).toContain('long long');
    }
    const plain = await server.admin.get('/book/long', { 'accept-encoding': 'gzip;q=0' });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  it('a batch holds so many documents and no more', async () => {
    const docs = Array.from({ length: 6 }, () => ({}));
    const answer = await server.admin.post('/book/_bulk_docs', { docs });
    expect([answer.status, pick(answer.json, 'error')]).toEqual([413, 'max_bulk_docs_count_exceeded']);
  });

  it('an address that is too long is refused', async () => {
    expect((await server.admin.get(`/book/${'x'.repeat(9_000)}`)).status).toBe(414);
  });

  it('a client that never finishes its request is cut off, others go on', async () => {
    const start = performance.now();
    const answer = await sendRaw(server.couch.port, [
      'POST /_session HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{',
    ]);
    expect(answer === '' || answer.includes(' 408 ')).toBe(true);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect((await server.admin.get('/_up')).status).toBe(200);
  });

  it('a POST from a page of another origin is refused for its type', async () => {
    const options = { rawBody: '{"docs":[{}]}', headers: { 'content-type': 'text/plain' } };
    expect((await server.admin.send('POST', '/book/_bulk_docs', options)).status).toBe(415);
  });

  it('attachments never run as a page of this origin', async () => {
    const data = Buffer.from('<script>alert(1)</script>').toString('base64');
    await server.admin.put('/book/page', { _attachments: { 'p.html': { content_type: 'text/html', data } } });
    const answer = await server.admin.get('/book/page/p.html');
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names that would not survive storing are refused', async () => {
    const answer = await server.admin.post('/book/_bulk_docs', { docs: [{ _id: 'half \ud800' }] });
    expect(answer.status).toBe(400);
    expect((await server.admin.put('/book/nul%00id', {})).status).toBe(400);
    expect((await server.admin.get('/book/%E0%A4%A')).status).toBe(400);
  });

  it('a member called __proto__ inside a document is a member like any other', async () => {
    const rawBody = '{"o":{"__proto__":{"isAdmin":true}},"a":1}';
    await server.admin.send('PUT', '/book/proto', { rawBody, headers: json });
    expect((await server.admin.get('/book/proto')).text).toContain('"o":{"__proto__":{"isAdmin":true}}');
    const found = await server.admin.post('/book/_find', { selector: { a: 1 }, fields: ['o.__proto__.isAdmin', 'a'] });
    expect(pick(found.json, 'docs')).toEqual([{ a: 1 }]);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('changes of databases are told, also to those who wait', async () => {
    const before = (await server.admin.get('/_db_updates')).json;
    const since = encodeURIComponent(String(pick(before, 'last_seq')));
    const poll = server.admin.get(`/_db_updates?feed=longpoll&timeout=5000&since=${since}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.admin.put('/fresh');
    const rows = pickList((await poll).json, 'results');
    expect(rows).toMatchObject([{ db_name: 'fresh', type: 'created' }]);
    await server.admin.put('/fresh/doc', {});
    await server.admin.put('/fresh/doc2', {});
    const later = encodeURIComponent(String(pick(rows[0], 'seq')));
    const after = pickList((await server.admin.get(`/_db_updates?since=${later}`)).json, 'results');
    expect(after).toMatchObject([{ db_name: 'fresh', type: 'updated' }]);
  });
});

/** Sends bytes as they are and gives back what the server said before it closed or was silent. */
function sendRaw(port: number, parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      socket.end();
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}
