import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeyRotation } from '../jobs/key-rotation.ts';
import type { OpenCouch } from '../system/open-couch.ts';
import { openCouch } from '../system/open-couch.ts';
import { makeTestFolder, useTestFolder } from '../testing/test-folder.ts';
import { openKeyRing } from './key-ring.ts';

const ENVIRONMENT = { COUCHDB_USER: 'keeper', COUCHDB_PASSWORD: 'a password of the tests' };
const MINUTE_MS = 60_000;
const log = () => undefined;

describe('the keys of a data folder', () => {
  const folder = makeTestFolder();
  let opened: OpenCouch;
  let nowMs = Date.now();
  const ring = openKeyRing(folder.path, () => nowMs);
  const ask = async (token: string): Promise<number> =>
    (await fetch(`${opened.couch.url}/_session`, { headers: { authorization: `Bearer ${token}` } })).status;
  beforeAll(async () => {
    opened = await openCouch({ dataDir: folder.path, environment: ENVIRONMENT, tokenKeys: ring.publicKeys() });
  });
  afterAll(async () => {
    await opened.close();
    folder.remove();
  });

  it('take turns: the old one is accepted for as long as its tokens live, then never again', async () => {
    const rotation = openKeyRotation(ring, opened, log, () => nowMs);
    const oldId = ring.current.keyId;
    const oldToken = ring.current.signToken('ada.fall', []);
    const oldFile = readFileSync(join(folder.path, 'signing-key.pem'), 'utf8');
    const old = await rotation.rotate();
    expect(old.keyId).toBe(oldId);
    expect(ring.current.keyId).not.toBe(oldId);
    expect(await ask(oldToken)).toBe(200);
    expect(await ask(ring.current.signToken('ada.fall', []))).toBe(200);
    for (const file of ['signing-key.pem', 'retiring-keys.json']) {
      expect(statSync(join(folder.path, file)).mode & 0o077, file).toBe(0);
      // The private half of the old key is gone.
      expect(readFileSync(join(folder.path, file), 'utf8')).not.toContain(oldFile.split('\n')[1]);
    }

    // A restart in between keeps both.
    const again = openKeyRing(folder.path, () => nowMs);
    expect(Object.keys(again.publicKeys()).sort()).toEqual([oldId, ring.current.keyId].sort());

    nowMs += 4 * MINUTE_MS;
    await rotation.start();
    expect(await ask(oldToken)).toBe(200);
    nowMs += 3 * MINUTE_MS;
    await rotation.start();
    expect(await ask(oldToken)).toBe(400);
    expect(await ask(ring.current.signToken('ada.fall', []))).toBe(200);
    expect(ring.retiring()).toEqual([]);
    rotation.close();
  });

  it('stay as they are when the database does not take the new one', async () => {
    const before = ring.current.keyId;
    const deaf = { ...opened, setTokenKeys: () => undefined };
    const rotation = openKeyRotation(ring, deaf, log, () => nowMs);
    await expect(rotation.rotate()).rejects.toThrow('Nothing was changed');
    expect(ring.current.keyId).toBe(before);
    expect(ring.retiring()).toEqual([]);
    expect(await ask(ring.current.signToken('ada.fall', []))).toBe(200);
  });

  it('do not retire the one that still signs when a rotation was cut off', async () => {
    const path = useTestFolder();
    const cut = openKeyRing(path);
    const { keyId } = cut.current;
    const file = join(path, 'signing-key.pem');
    const pem = readFileSync(file, 'utf8');
    await cut.rotate(() => Promise.resolve());
    // The power went between the two files: the old key is noted as retiring and still there.
    writeFileSync(file, pem);
    const again = openKeyRing(path);
    expect(again.current.keyId).toBe(keyId);
    expect(again.retiring()).toEqual([]);
  });
});
