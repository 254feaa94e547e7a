import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  copyServerBackup,
  listFixtures,
  readFixtureFigures,
  unpackDataFolder,
} from '../../build/fixtures/fixture-files.ts';
import { readFigures } from '../../build/fixtures/read-figures.ts';
import { readMemberBook, readServer } from '../../build/fixtures/read-server.ts';
import { runCommand } from '../testing/command-line.ts';
import { ownEnvironment } from '../testing/own-environment.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

/** The real server on a folder, with the administrator the folder names, on that day: it would not verify what is yet to come. */
async function open(dataDir: string, day: string): Promise<TestServer> {
  const clock = (): string => `${day}T12:00:00.000Z`;
  const server = await startTestServer({ dataDir, environment: ownEnvironment(), clock });
  onTestFinished(() => server.close());
  return server;
}

describe.each(listFixtures())('the server of version %s', (version) => {
  const { day, password, accounts, server: wanted } = readFixtureFigures(version);
  /** As the coordinator reads them, through the front, with the password of then. */
  const readAll = async ({ url }: TestServer): Promise<unknown> =>
    readFigures(await readServer(url, accounts.coordinator.account, password), day);

  it('opens its data folder with today’s rules: the same figures, and every record verified as before', async () => {
    const dataDir = join(useTestFolder(), 'data');
    unpackDataFolder(version, dataDir);
    const server = await open(dataDir, day);
    const all = (await readAll(server)) as Figures;
    expect(all).toMatchObject(wanted);
    const own = readFigures(await readMemberBook(server.url, accounts.member.account, password), day);
    const [theirs, ...others] = (own as Figures).activities;
    expect(others).toEqual([]);
    expect(all.activities).toContainEqual(theirs);

    const { verified } = (await server.control('verify')) as { verified: readonly { status: string }[] };
    expect(verified.length).toBeGreaterThan(0);
    expect(verified.filter(({ status }) => status !== 'verified')).toEqual([]);
    expect(await readAll(server)).toMatchObject(wanted);
  });

  it('comes back from its backup by today’s restore, and people sign in', async () => {
    const folder = useTestFolder();
    const [backup, dataDir] = [join(folder, 'backup'), join(folder, 'data')];
    copyServerBackup(version, backup);
    mkdirSync(dataDir);
    const { code, out, err } = await runCommand(['restore', '--from', backup, '--data', dataDir]);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toContain('0 with differences');
    expect(await readAll(await open(dataDir, day))).toMatchObject(wanted);
  });
});

interface Figures {
  readonly activities: readonly { readonly activityId: string }[];
}
