import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';

import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBytesOrNull, readJsonOrNull, writeAtomically } from './atomic-file.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

let directory = '';
beforeEach(() => {
  directory = makeTemporaryFolder();
});

describe('atomic files', () => {
  it('writes, makes the folder, and leaves nothing else behind', async () => {
    const path = join(directory, 'a', 'b.json');
    await writeAtomically(path, '{"x":1}');
    await writeAtomically(path, '{"x":2}');
    expect(await readJsonOrNull(path)).toEqual({ x: 2 });
    expect(readdirSync(join(directory, 'a'))).toEqual(['b.json']);
  });

  it('is readable by its owner only', async () => {
    const path = join(directory, 'b');
    await writeAtomically(path, 'x');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('keeps what stands there and no draft when it cannot take the place', async () => {
    const path = join(directory, 'folder');
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), 'kept');
    await expect(writeAtomically(path, 'x')).rejects.toThrow();
    expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('kept');
    expect(readdirSync(directory)).toEqual(['folder']);
  });

  it('reads nothing from a missing or damaged file', async () => {
    writeFileSync(join(directory, 'bad.json'), '{"x":');
    expect(await readBytesOrNull(join(directory, 'none'))).toBeNull();
    expect(await readJsonOrNull(join(directory, 'none'))).toBeNull();
    expect(await readJsonOrNull(join(directory, 'bad.json'))).toBeNull();
  });
});
