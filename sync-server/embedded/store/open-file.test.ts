import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

it('the data and the files that SQLite keeps beside it are for their owner only', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'embedded-mode-'));
  const before = process.umask(0o022);
  try {
    for (const status of [201, 412]) {
      const server = await startTestServer({ dataDir });
      const created = await server.admin.put('/book');
      expect(created.status).toBe(status);
      const modes = ['', '-wal', '-shm'].map((end) => statSync(join(dataDir, `couch.sqlite${end}`)).mode & 0o777);
      expect(modes).toEqual([0o600, 0o600, 0o600]);
      await server.couch.close();
    }
  } finally {
    process.umask(before);
    rmSync(dataDir, { recursive: true, force: true });
  }
});

it('a file of the version before is opened, and its databases know what they hold', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'embedded-version-'));
  const sizes = async (): Promise<unknown> => {
    const server = await startTestServer({ dataDir });
    try {
      if ((await server.admin.put('/book')).status === 201) {
        const { rev } = (await server.admin.put('/book/a', { text: 'été '.repeat(500) })).json as { rev: string };
        const part = { data: Buffer.from('x'.repeat(5_000)).toString('base64') };
        await server.admin.put('/book/a', { _rev: rev, text: 'été', _attachments: { part } });
        await server.admin.put('/book/b', { text: 'x'.repeat(900) });
        await server.admin.put('/other');
      }
      const infos = [await server.admin.get('/book'), await server.admin.get('/other')];
      return infos.map(({ json }) => (json as { sizes: { active: number } }).sizes.active);
    } finally {
      await server.couch.close();
    }
  };
  try {
    const before = (await sizes()) as [number, number];
    expect(before[0]).toBeGreaterThan(5_900);
    expect(before[0]).toBeLessThan(6_500);
    expect(before[1]).toBe(0);
    const file = new DatabaseSync(join(dataDir, 'couch.sqlite'));
    file.exec('ALTER TABLE database DROP COLUMN bytes; PRAGMA user_version = 1');
    file.close();
    expect(await sizes()).toEqual(before);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
