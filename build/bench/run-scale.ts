import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { bookDatabase, NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../../sync-server/couch/connect.ts';
import { connectCouch } from '../../sync-server/couch/connect.ts';
import { readPublishedRules } from '../../sync-server/rules/published-rules.ts';
import { provisionBook, provisionServer } from '../../sync-server/rules/provision.ts';
import { toDocument } from '../../sync-server/couch/stored-record.ts';
import { startServerProcess } from '../../sync-server/embedded/testing/server-process.ts';
import { ADMIN } from '../../sync-server/embedded/testing/test-server.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { newEntry } from '../soak/page/soak-entries.ts';
import type { Measure } from './print-measures.ts';
import { printMeasures } from './print-measures.ts';

const BOOKS = 1_000;
const RECORDS = 100;
const BURST = 200;
const AT_ONCE = 4;

/** How Node is started for the server. */
const NODE_FLAGS = packageJson.scripts.server.split(' ').filter((part) => part.startsWith('--'));

const context = { author: { user: 'bench', device: 'D1' }, clock: () => new Date().toISOString(), newId: () => ulid() };
const entryOf = (activityId: string, label: string) => toDocument(newEntry(context, activityId, label));

/** Does the work for every item, a few at once; seconds it took. */
async function timed<T>(items: readonly T[], work: (item: T) => Promise<unknown>, atOnce = AT_ONCE): Promise<number> {
  const started = performance.now();
  const left = items.values();
  const lane = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (performance.now() - started) / 1000;
}

async function write(couch: Couch, activityId: string, count: number): Promise<string[]> {
  const documents = Array.from({ length: count }, (_, index) => entryOf(activityId, String(index)));
  const rows = await couch.database(bookDatabase(activityId)).writeAll(documents, true);
  const refused = rows.find(({ error }) => error !== undefined);
  if (refused !== undefined) throw new Error(`${refused.error ?? ''}: ${refused.reason ?? ''}`);
  return documents.map(({ _id }) => _id);
}

async function startWorker(url: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('run-worker.ts', import.meta.url));
  const child = fork(script, [url, ADMIN.name, ADMIN.password], { execArgv: NODE_FLAGS });
  await once(child, 'message');
  return child;
}

async function readPeak(worker: ChildProcess): Promise<{ readonly rss: number; readonly heapUsed: number }> {
  worker.send('tell');
  const [peak] = (await once(worker, 'message')) as [{ rss: number; heapUsed: number }]; // sent by run-worker.ts
  return peak;
}

const dataDir = mkdtempSync(join(tmpdir(), 'sillon-scale-'));
const server = await startServerProcess(dataDir);
if (!('url' in server.outcome)) throw new Error(`the server did not start: ${server.outcome.code}`);
const { url } = server.outcome;
let worker: ChildProcess | undefined;
const measures: Measure[] = [];
try {
  const couch = connectCouch(url, ADMIN);
  const activities = Array.from({ length: BOOKS }, () => ulid());
  await provisionServer(couch);
  const published = await readPublishedRules(couch);
  const provision = await timed(activities, (activityId) => provisionBook(couch, activityId, published));
  measures.push({ name: 'provision of 1,000 books', value: provision, unit: 's', goal: { atMost: 60 } });
  const again = await timed(activities, (activityId) => provisionBook(couch, activityId, published));
  measures.push({ name: 'the same again, nothing to do', value: again, unit: 's' });
  const filled = await timed(activities, (activityId) => write(couch, activityId, RECORDS));
  measures.push({ name: '100 records written to each, through the rules', value: filled, unit: 's' });
  const started = performance.now();
  worker = await startWorker(url);
  const first = (performance.now() - started) / 1000;
  measures.push({ name: 'first consolidation of 100,000 records', value: first, unit: 's' });
  await pause(2_000);
  const ids: string[] = [];
  const burstAt = performance.now();
  await timed(activities.slice(0, BURST), async (one) => void ids.push(...(await write(couch, one, 1))), 20);
  const writtenAt = performance.now();
  const network = couch.database(NETWORK_DATABASE);
  while ((await network.getMany(ids)).length < BURST) await pause(20);
  const done = performance.now();
  const goal = { atMost: 2 };
  measures.push({ name: 'burst of 200 books: from the last write', value: (done - writtenAt) / 1000, unit: 's', goal });
  measures.push({ name: 'burst of 200 books: from the first write', value: (done - burstAt) / 1000, unit: 's' });
  const { rss, heapUsed } = await readPeak(worker);
  measures.push({ name: 'memory of the worker, peak', value: rss / 2 ** 20, unit: 'MiB', goal: { atMost: 250 } });
  measures.push({ name: 'of which its heap in use, peak', value: heapUsed / 2 ** 20, unit: 'MiB' });
} finally {
  worker?.kill();
  await server.kill();
  rmSync(dataDir, { recursive: true, force: true });
}
printMeasures(measures);
