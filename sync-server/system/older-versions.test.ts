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
import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import { settingsInForce } from '../../shared/cooperative/settings-in-force.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { readMemberBook, readServer } from '../../build/fixtures/read-server.ts';
import { runCommand } from '../testing/command-line.ts';
import { ownEnvironment } from '../testing/own-environment.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { TestDevice } from '../testing/test-device.ts';
import { writeAs } from '../testing/test-records.ts';
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

  it('takes settings of one subject each, and no more the one record that holds all', async () => {
    const dataDir = join(useTestFolder(), 'data');
    unpackDataFolder(version, dataDir);
    const server = await open(dataDir, day);
    const { account } = accounts.coordinator;
    const device = new TestDevice(server.url);
    await device.open('/api/session', { account, password, deviceName: 'bureau' });
    const context = { ...writeAs(account), clock: () => `${day}T13:00:00.000Z` };
    const { commons } = await readServer(server.url, account, password);
    const former = commons.find((record) => isOfType(record, 'cooperativeSettings'));
    if (former === undefined) return;
    const [refused] = await device.push(
      [reviseRecord(context, former, { body: { ...former.body, paymentTermsDays: 45 } })],
      COMMONS_DATABASE,
    );
    expect(refused).toMatchObject({ error: 'forbidden', reason: expect.stringMatching(/^record\.tooNew: /) as string });

    const { contributionRules: old, ...standing } = former.body;
    const [first] = old;
    if (first === undefined) throw new Error('there is a rule');
    const write = (contributionRules: typeof old) =>
      device.push(createSettings(context, day, { contributionRules }), COMMONS_DATABASE);
    // What its months are closed with stays as it was, though the rules have a record of their own now.
    const [changed] = await write([{ ...first, ratePpm: first.ratePpm + 1 }, ...old.slice(1)]);
    expect(changed).toMatchObject({ reason: expect.stringMatching(/^rules\.closedMonths: /) as string });
    const next = { ...first, version: 'next', from: '2027-01-01' };
    expect(await write([...old, next])).toMatchObject([{ ok: true }]);
    const now = await readServer(server.url, account, password);
    const settings = settingsInForce((type) => now.commons.filter((record) => isOfType(record, type)));
    expect(settings?.body).toEqual({ ...standing, contributionRules: [...old, next] });
    const { activities } = readFigures(now, day) as Figures;
    expect(activities).toMatchObject((wanted as Figures).activities);
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
