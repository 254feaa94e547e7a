import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NETWORK_DATABASE } from '../../../shared/access/database-names.ts';
import { DEMO_COORDINATOR } from '../../../shared/demo/demo-settings.ts';
import { SillonProcess } from '../../../sync-server/testing/server-process.ts';
import { TestDevice } from '../../../sync-server/testing/test-device.ts';
import { makeEntry } from '../../../sync-server/testing/test-records.ts';
import type { Measure } from '../print-measures.ts';

const MEMBER = 'lea.morvan';
const PUSHED = 500;
/** As the application sends and asks. */
const PUSH_BATCH = 25;
const PULL_PAGE = 100;
const RECORDS_ONLY = { selector: { type: { $exists: true } } };

interface ChangesPage {
  readonly results: readonly unknown[];
  readonly last_seq: string;
  readonly pending: number;
}

/**
 * The demonstration's server of a checkout, asked over HTTP as devices do: second start, the coordinator's first pull, a
 * member's push through front and rules, and how long after it the coordinator has all of it. Seconds.
 */
export async function measureExchange(root: string): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sillon-compare-'));
  const server = new SillonProcess(folder, { isDemo: true, root });
  const measures: Measure[] = [];
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await work();
    measures.push({ name, value: (performance.now() - started) / 1000, unit: 's' });
  };
  try {
    await timed('server: first start, with the demonstration', server.start);
    await server.stop();
    await timed('server: second start', server.start);
    const url = `http://127.0.0.1:${String(server.port)}`;
    const member = await enter(url, MEMBER);
    const coordinator = await enter(url, DEMO_COORDINATOR.account);
    await timed('exchange: first pull of the network', () => pull(coordinator, NETWORK_DATABASE));
    await timed('exchange: first pull of a book', () => pull(member, member.book));
    const entries = Array.from({ length: PUSHED }, () => makeEntry(MEMBER, member.info?.activityId ?? '', 2_000));
    await timed('exchange: push of 500 entries', async () => {
      for (let start = 0; start < PUSHED; start += PUSH_BATCH) {
        const rows = await member.push(entries.slice(start, start + PUSH_BATCH));
        const refused = rows.find(({ error }) => error !== undefined);
        if (refused !== undefined) throw new Error(`refused: ${refused.reason ?? ''}`);
      }
    });
    const last = entries.slice(-PUSH_BATCH).map(({ id }) => id);
    await timed('consolidation: from the last answer until the coordinator has it', async () => {
      while (!(await hasAll(coordinator, last))) await pause(10);
    });
    return measures;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function enter(url: string, account: string): Promise<TestDevice> {
  const device = new TestDevice(url);
  await device.open('/api/demo/enter', { account, deviceName: 'bench' });
  return device;
}

async function pull(device: TestDevice, database: string): Promise<void> {
  for (let since = '0'; ;) {
    const query = `filter=_selector&style=main_only&limit=${String(PULL_PAGE)}&seq_interval=${String(PULL_PAGE)}&include_docs=true&since=${encodeURIComponent(since)}`;
    const response = await device.post(`/couch/${database}/_changes?${query}`, RECORDS_ONLY);
    const page = (await response.json()) as ChangesPage; // the server's own answer
    if (page.pending === 0) return;
    since = page.last_seq;
  }
}

async function hasAll(device: TestDevice, keys: readonly string[]): Promise<boolean> {
  const response = await device.post(`/couch/${NETWORK_DATABASE}/_all_docs?include_docs=true`, { keys });
  const { rows } = (await response.json()) as { rows: readonly { readonly doc?: unknown }[] }; // the server's own answer
  return rows.every(({ doc }) => doc !== undefined && doc !== null);
}
