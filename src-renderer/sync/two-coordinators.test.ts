import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMONS_DATABASE, COOPERATIVE } from '../../shared/access/database-names.ts';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import { FLAT, makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import { unwrap } from '../../shared/core/result.ts';
import { DEMO_BENEFITS } from '../../shared/demo/demo-pay-rules.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { toDocument } from '../../sync-server/couch/stored-record.ts';
import { writeAs } from '../../sync-server/testing/test-records.ts';
import { openSystem } from '../../sync-server/system/system.ts';
import { makeTestFolder } from '../../sync-server/testing/test-folder.ts';
import { CHEAP_PASSWORDS, startTestServer, TEST_ADMIN } from '../../sync-server/testing/test-server.ts';
import type { RulesPart } from '../data/commands/cooperative/save-cooperative-rules.ts';
import { saveCooperativeRules } from '../data/commands/cooperative/save-cooperative-rules.ts';
import type { RulesChange } from '../data/commands/cooperative/subject-write.ts';
import { settleConflict } from '../data/commands/device/settle-conflict.ts';
import { writeRecords } from '../data/storage-access.ts';
import { until } from '../data/testing/fresh-store.ts';
import { askForServerVersion, canTakeServerVersion } from './take-server-version.ts';
import { CoordinatorDevice } from './testing/coordinator.test-support.ts';

const SETTINGS = makeCooperative();
const CONTEXT = writeAs('nadia.roy');
const FORMER = createRecord(CONTEXT, {
  ...{ type: 'cooperativeSettings', id: 'cooperativeSettings:main', activityId: COOPERATIVE, date: '2025-01-01' },
  ...{ status: 'active', body: SETTINGS },
});
const NEXT = { ...FLAT, version: 'next', from: '2026-04-01', ratePpm: 120_000 };
const RULES = { contributionRules: [FLAT, NEXT] };
const BENEFITS = { benefits: [...DEMO_BENEFITS] };

let nadia: CoordinatorDevice;
let awa: CoordinatorDevice;

/** A server whose commons hold these records, and two coordinators who have them. */
async function begin(records: readonly AnyRecord[]): Promise<void> {
  const folder = makeTestFolder();
  onTestFinished(folder.remove);
  const dataDir = folder.path;
  const system = await openSystem({ dataDir, environment: TEST_ADMIN, limits: CHEAP_PASSWORDS });
  await system.couch.database(COMMONS_DATABASE).writeAll(records.map(toDocument), true);
  await system.close();
  const server = await startTestServer({ dataDir });
  onTestFinished(() => server.close());
  nadia = await CoordinatorDevice.open(server, 'Nadia Roy');
  awa = await CoordinatorDevice.open(server, 'Awa Diallo');
  onTestFinished(() => Promise.all([nadia.close(), awa.close()]).then(() => undefined));
  for (const one of [nadia, awa]) {
    one.syncNow();
    await until(() => one.hasSettings);
    one.isOffline = true;
  }
}

function save(who: CoordinatorDevice, part: RulesPart, change: RulesChange): Promise<void> {
  return saveCooperativeRules(who.store, who.settings, part, change).then(unwrap);
}

/** Both lines are there again: what both have in the end, and what clashed. */
async function meet(): Promise<void> {
  await nadia.settle();
  await awa.settle();
  nadia.syncNow();
  await until(() => JSON.stringify(nadia.settings.body) === JSON.stringify(awa.settings.body));
}

describe.each([
  ['records of one subject each', createSettings(CONTEXT, '2025-01-01', { ...SETTINGS, benefits: [] })],
  ['the one record of before', [FORMER]],
])('two coordinators without a line, over %s', (_, records) => {
  it('edit different subjects and never meet', async () => {
    await begin(records);
    await save(nadia, 'contribution', RULES);
    await save(awa, 'benefits', BENEFITS);
    await save(awa, 'year', { isYearRegularised: true, fiscalYearStartMonth: 7 });
    await meet();
    const wanted = { ...SETTINGS, ...RULES, ...BENEFITS, isYearRegularised: true, fiscalYearStartMonth: 7 };
    expect(awa.settings.body).toEqual(wanted);
    expect([nadia.conflicts, awa.conflicts, nadia.refusals, awa.refusals]).toEqual([[], [], [], []]);
  });

  it('edit the same subject and meet in a conflict of that subject', async () => {
    await begin(records);
    await save(nadia, 'contribution', RULES);
    await save(awa, 'contribution', { contributionRules: [FLAT, { ...NEXT, ratePpm: 130_000 }] });
    await save(awa, 'benefits', BENEFITS);
    await meet();
    expect(awa.settings.body).toEqual({ ...SETTINGS, ...RULES, ...BENEFITS });
    expect(nadia.conflicts).toEqual([]);
    await until(() => awa.conflicts.length === 1);
    const [copy] = awa.conflicts;
    expect(copy?.body).toMatchObject({ recordId: 'contributionRules:main', fields: ['contributionRules'] });
    // Taking her own version after all settles it, for both.
    if (copy === undefined) throw new Error('it was kept');
    unwrap(await settleConflict(awa.store, copy, 'take'));
    await until(() => awa.conflicts.length === 0);
    await meet();
    expect(nadia.settings.body.contributionRules).toEqual([FLAT, { ...NEXT, ratePpm: 130_000 }]);
    expect(awa.store.image('network').pendingCount).toBe(0);
  });
});

it('a change of the one record of before, typed under the version before, is refused and kept', async () => {
  await begin([FORMER]);
  const { commons } = nadia.store.parts.collections;
  const [stored] = nadia.store.image('commons').list('cooperativeSettings');
  if (commons === undefined || stored === undefined) throw new Error('it is here');
  const after = reviseRecord(nadia.store.parts.context, stored, { body: { ...stored.body, ...RULES } });
  expect(await nadia.store.write('contributionRulesSaved', [{ before: stored, after }])).toMatchObject({
    error: { code: 'record.retired' },
  });
  unwrap(await writeRecords(commons, [{ before: stored, after }]));
  await until(() => nadia.settings.body.contributionRules.length === 2);
  nadia.isOffline = false;
  nadia.syncNow();
  await until(() => nadia.refusals.length > 0);
  expect(nadia.refusals[0]?.reason).toMatch(/^record\.tooNew: /);
  // Kept here until a person gives way: the server's version in its place, this one aside, and the change made again.
  expect(nadia.store.image('commons').get(stored.id)).toMatchObject({ isPending: true, body: after.body });
  expect(canTakeServerVersion(after)).toBe(true);
  unwrap(await askForServerVersion(nadia.store, after));
  nadia.syncNow();
  await until(() => nadia.settings.body.contributionRules.length === 1);
  const [aside] = await nadia.store.parts.facts.list('setAside');
  expect(aside?.body['record']).toMatchObject({ edits: after.edits, body: after.body });
  await save(nadia, 'contribution', RULES);
  await meet();
  expect(awa.settings.body.contributionRules).toEqual(RULES.contributionRules);
  expect(await nadia.client.read(stored.id, COMMONS_DATABASE)).toMatchObject({ edits: FORMER.edits });
});
