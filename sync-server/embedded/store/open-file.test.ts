import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
