import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS } from '../chromium-args.ts';
import { bundlePage } from '../soak/bundle-page.ts';
import type { Variant } from '../soak/page/plain-contract.ts';
import { ensureChromium } from '../steps/find-chromium.mjs';
import { takeDemoRecords } from './demo-records.ts';
import type { Measure } from './print-measures.ts';
import { printMeasures } from './print-measures.ts';
import { WireDevice } from './wire-device.ts';
import { startWireServer } from './wire-server.ts';

const MANY = 5_000;
const FEW = 1_000;
const RUNS = 3;
/** What a member writes every day, about 560 bytes each; invoices and pay statements carry lines and digests. */
const EVERYDAY = ['ledgerEntry', 'expense', 'timesheetWeek', 'customer', 'payment'];
const BAD_LINE = { bitsPerSecond: 64_000, roundTripMs: 600, brokenPercent: 5 };

const records = takeDemoRecords(MANY);
const script = await bundlePage('plain-page.ts');
const server = await startWireServer();
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_ARGS });
const measures: Measure[] = [];
const add = (name: string, value: number, unit: string, goal?: Measure['goal']): void => {
  measures.push({ name, value, unit, ...(goal !== undefined && { goal }) });
};
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measurePull(): Promise<void> {
  await server.fill('many', records);
  const wire = await WireDevice.open(browser, script, server, 'many', 'sillon');
  wire.reset();
  await wire.device.remote.start();
  await wire.until(async () => (await wire.device.remote.count()) === MANY);
  await wire.settle();
  const pull = wire.counts;
  add('initial pull of 5,000: requests', pull.requests, '', { atMost: 55 });
  add('initial pull of 5,000: down a record', pull.bytesDown / MANY, 'B', { atMost: 160 });
  add('initial pull of 5,000: up a record', pull.bytesUp / MANY, 'B');
  wire.reset();
  await wire.device.reload();
  await wire.settle();
  const again = wire.counts;
  add('opened again, nothing new: requests', again.requests, '', { atMost: 2 });
  add('opened again, nothing new: both ways', (again.bytesUp + again.bytesDown) / 1000, 'kB', { atMost: 2.5 });
  await wire.close();
}

async function measurePush(name: string, pushed: typeof records, goal?: Measure['goal']): Promise<void> {
  const database = `pushed-${String(pushed.length)}`;
  await server.fill(database, []);
  const wire = await WireDevice.open(browser, script, server, database, 'sillon');
  for (let start = 0; start < pushed.length; start += 500) {
    await wire.device.remote.fill(pushed.slice(start, start + 500));
  }
  wire.reset();
  await wire.device.remote.start();
  await wire.until(async () => (await wire.device.remote.state()).pending === 0);
  await wire.settle();
  const { requests, bytesUp, bytesDown } = wire.counts;
  add(`${name}: up a record`, bytesUp / pushed.length, 'B', goal);
  add(`${name}: down a record`, bytesDown / pushed.length, 'B');
  add(`${name}: requests`, requests, '');
  await wire.close();
}

async function measureBadLine(variant: Variant): Promise<{ first: number; all: number }> {
  const wire = await WireDevice.open(browser, script, server, 'few', variant);
  wire.line = BAD_LINE;
  wire.reset();
  const started = performance.now();
  await wire.device.remote.start();
  await wire.until(async () => (await wire.device.remote.count()) > 0);
  const first = (performance.now() - started) / 1000;
  await wire.until(async () => (await wire.device.remote.count()) >= FEW);
  const all = (performance.now() - started) / 1000;
  await wire.close();
  return { first, all };
}

try {
  await measurePull();
  await measurePush('push of 5,000', records, { atMost: 110 });
  const everyday = records.filter(({ type }) => EVERYDAY.includes(type));
  await measurePush('push of entries, expenses, hours, customers, payments', everyday, { atMost: 110 });
  await server.fill('few', records.slice(0, FEW));
  const sillon = [];
  const pouch = [];
  for (let run = 0; run < RUNS; run += 1) {
    sillon.push(await measureBadLine('sillon'));
    pouch.push(await measureBadLine('pouchdb-live'));
  }
  const all = median(sillon.map((run) => run.all));
  const pouchAll = median(pouch.map((run) => run.all));
  add('1,000 records, 64 kbit/s, 600 ms, 5 % broken: complete', all, 's', { atMost: 28 });
  const first = median(sillon.map((run) => run.first));
  add('the same: first records usable', first, 's', { atMost: 4 });
  add('the same with PouchDB: complete', pouchAll, 's');
  add('the same: times as fast as PouchDB', pouchAll / all, '×', { atLeast: 2.5 });
} finally {
  await browser.close();
  await server.close();
}
const size = records.reduce((sum, record) => sum + JSON.stringify(record).length, 0) / MANY;
add('size of a record as JSON, mean', size, 'B');
printMeasures(measures);
