import { rmSync, writeFileSync, readFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pick, pickList } from './contract/contract-context.ts';
import { startEmbeddedCouch } from './server.ts';
import { CouchClient } from './testing/couch-client.ts';
import { startServerProcess, type ServerProcess } from './testing/server-process.ts';
import { ADMIN, createTemporaryDirectory, startTestServer } from './testing/test-server.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = createTemporaryDirectory();
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

function adminOf(process: ServerProcess): CouchClient {
  if (!('url' in process.outcome)) throw new Error(`server did not start: ${process.outcome.code}`);
  return CouchClient.withPassword(process.outcome.url, ADMIN.name, ADMIN.password);
}

async function codeOf(start: Promise<unknown>): Promise<unknown> {
  return start.then(
    () => 'started',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
}

describe('an acknowledged write', () => {
  it('survives kill -9 in the middle of many writers', async () => {
    const first = await startServerProcess(dataDir);
    const admin = adminOf(first);
    await admin.put('/book');
    const acknowledged = new Map<string, string>();
    let isRunning = true;
    const writer = async (name: number): Promise<void> => {
      for (let i = 0; isRunning; i += 1) {
        const docs = Array.from({ length: 5 }, (_, k) => ({ _id: `w${name}:${i}:${k}`, value: i }));
        const answer = await admin.post('/book/_bulk_docs', { docs });
        for (const row of pickList(answer.json)) acknowledged.set(String(pick(row, 'id')), String(pick(row, 'rev')));
      }
    };
    const writers = [1, 2, 3, 4].map((name) => writer(name).catch(() => undefined));
    await sleep(700);
    await first.kill();
    isRunning = false;
    await Promise.all(writers);
    expect(acknowledged.size).toBeGreaterThan(20);

    const second = await startServerProcess(dataDir);
    try {
      const listed = await adminOf(second).get('/book/_all_docs');
      const kept = new Map(pickList(listed.json, 'rows').map((row) => [pick(row, 'id'), pick(row, 'value', 'rev')]));
      const lost = [...acknowledged].filter(([id, rev]) => kept.get(id) !== rev);
      expect(lost).toEqual([]);
      const info = await adminOf(second).get('/book');
      expect(pick(info.json, 'doc_count')).toBe(kept.size);
    } finally {
      await second.kill();
    }
  });
});

describe('a data folder', () => {
  it('is refused to a second process, and free again after the first one was killed', async () => {
    const first = await startServerProcess(dataDir);
    await adminOf(first).put('/kept');
    const second = await startServerProcess(dataDir);
    expect(second.outcome).toEqual({ code: 'EMBEDDED_IN_USE' });
    expect(await codeOf(startEmbeddedCouch({ dataDir, admin: ADMIN }))).toBe('EMBEDDED_IN_USE');
    expect((await adminOf(first).get('/kept')).status).toBe(200);
    await first.kill();
    const third = await startServerProcess(dataDir);
    expect((await adminOf(third).get('/kept')).status).toBe(200);
    await third.kill();
  });

  it('is refused to a second server of the same process, and free after close', async () => {
    const first = await startTestServer({ dataDir });
    expect(await codeOf(startEmbeddedCouch({ dataDir, admin: ADMIN }))).toBe('EMBEDDED_IN_USE');
    await first.couch.close();
    const again = await startTestServer({ dataDir });
    expect((await again.admin.get('/_up')).status).toBe(200);
    await again.stop();
  });

  it('with a file that is no database is refused and left as it was', async () => {
    mkdirSync(dataDir, { recursive: true });
    const path = join(dataDir, 'couch.sqlite');
    const content = Buffer.from('these are not the bytes of a database '.repeat(400));
    writeFileSync(path, content);
    expect(await codeOf(startEmbeddedCouch({ dataDir, admin: ADMIN }))).toBe('EMBEDDED_CORRUPT');
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('with damaged pages is refused', async () => {
    const server = await startTestServer({ dataDir });
    await server.admin.put('/book');
    const docs = Array.from({ length: 500 }, (_, i) => ({ _id: `d${i}`, text: 'x'.repeat(500) }));
    await server.admin.post('/book/_bulk_docs', { docs });
    await server.couch.close();
    const path = join(dataDir, 'couch.sqlite');
    const bytes = readFileSync(path);
    for (let at = 4096 * 4; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 512);
    writeFileSync(path, bytes);
    expect(await codeOf(startEmbeddedCouch({ dataDir, admin: ADMIN }))).toBe('EMBEDDED_CORRUPT');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('of a newer version is refused', async () => {
    const server = await startTestServer({ dataDir });
    await server.couch.close();
    const file = new DatabaseSync(join(dataDir, 'couch.sqlite'));
    file.exec('PRAGMA user_version = 99');
    file.close();
    expect(await codeOf(startEmbeddedCouch({ dataDir, admin: ADMIN }))).toBe('EMBEDDED_NEWER');
  });

  it('stays usable when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await codeOf(startEmbeddedCouch({ dataDir, port, admin: ADMIN }))).toBe('EADDRINUSE');
    const server = await startTestServer({ dataDir });
    await server.stop();
    other.close();
  });
});

describe('closing', () => {
  it('ends open long-polls with a complete answer', async () => {
    const server = await startTestServer({ dataDir });
    await server.admin.put('/book');
    const poll = server.admin.get('/book/_changes?feed=longpoll&heartbeat=60000');
    await sleep(150);
    const start = performance.now();
    await server.couch.close();
    expect(pick((await poll).json, 'results')).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
