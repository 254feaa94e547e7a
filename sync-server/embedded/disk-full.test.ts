import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pick, pickList } from './contract/contract-context.ts';
import { CouchClient } from './testing/couch-client.ts';
import type { ServerProcess } from './testing/server-process.ts';
import { startServerProcess } from './testing/server-process.ts';
import { ADMIN, createTemporaryDirectory } from './testing/test-server.ts';

const DISK = '8m';
const MEGABYTE = 2 ** 20;
const TEXT = 'x'.repeat(60_000);

/** A disk of its own, small enough to fill; why not, when this machine allows no mount. */
function mountDisk(folder: string): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `no small disk can be mounted here: ${error instanceof Error ? error.message : ''}`;
  }
}

function adminOf({ outcome }: ServerProcess): CouchClient {
  if (!('url' in outcome)) throw new Error(`server did not start: ${outcome.code}`);
  return CouchClient.withPassword(outcome.url, ADMIN.name, ADMIN.password);
}

describe('on a full disk', () => {
  const folder = createTemporaryDirectory();
  let reason: string | undefined;
  let server: ServerProcess | undefined;
  beforeAll(() => {
    reason = mountDisk(folder);
    if (reason !== undefined) console.log(`disk full: ${reason}`);
  });
  afterAll(async () => {
    await server?.kill();
    if (reason === undefined) execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('a write is answered 507, loses nothing that was acknowledged, and works again when there is room', async ({
    skip,
  }) => {
    skip(reason !== undefined, reason);
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(2 * MEGABYTE));
    const first = await startServerProcess(folder);
    server = first;
    const admin = adminOf(first);
    await admin.put('/book');
    const kept: string[] = [];
    const write = async (client: CouchClient, id: string) => {
      const answer = await client.put(`/book/${id}`, { text: TEXT });
      if (answer.status === 201) kept.push(id);
      return answer;
    };
    let answer = await write(admin, 'd0');
    for (let n = 1; n < 400 && answer.status === 201; n += 1) answer = await write(admin, `d${String(n)}`);
    expect(answer.status, JSON.stringify(answer.json)).toBe(507);
    expect(pick(answer.json, 'error')).toBe('insufficient_storage');
    expect(kept.length).toBeGreaterThan(10);

    const listIds = async (client: CouchClient): Promise<unknown[]> =>
      pickList((await client.get('/book/_all_docs')).json, 'rows').map((row) => pick(row, 'id'));
    expect(await listIds(admin), 'reads go on').toEqual([...kept].sort());
    // Killed while there is no room at all: it starts again on what is there.
    await first.kill();
    const second = await startServerProcess(folder);
    server = second;
    expect(await listIds(adminOf(second))).toEqual([...kept].sort());

    rmSync(ballast);
    expect((await write(adminOf(second), 'later')).status).toBe(201);
    await second.kill();
    server = await startServerProcess(folder);
    expect(await listIds(adminOf(server))).toEqual([...kept].sort());
  }, 60_000);
});
