import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { bookDatabase } from '../../shared/access/database-names.ts';
import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import { seedRandom } from '../../shared/demo/demo-random.ts';
import { CHROMIUM_ARGS } from '../chromium-args.ts';
import { ensureChromium } from '../steps/find-chromium.mjs';
import { bundlePage } from './bundle-page.ts';
import { FaultProxy } from './fault-proxy.ts';
import type { Losses, Side } from './judge.ts';
import { judge } from './judge.ts';
import type { LineCounts } from './line.ts';
import { CLEAN_LINE } from './line.ts';
import type { SoakWrite } from './page/soak-contract.ts';
import { tellHistory } from './tell-history.ts';
import { SoakDevice } from './soak-device.ts';
import { SoakServer } from './soak-server.ts';

/** What one soak is asked to do. */
export interface SoakOptions {
  readonly seed: number;
  /** Records written by the devices before the line is clean again. */
  readonly records: number;
  /** Requests whose connection breaks, in percent. */
  readonly brokenPercent: number;
  readonly report: (progress: string) => void;
}

/** What came of it. */
export interface SoakResult extends Losses {
  readonly seed: number;
  readonly records: number;
  readonly edits: number;
  readonly counts: LineCounts;
  readonly seconds: number;
  /** From the clean line until every side had the same. */
  readonly settleSeconds: number;
}

const MEMBER = 'lea.morvan';
const COORDINATOR = 'nadia.charpentier';
const LINE = { roundTripMs: 60, bitsPerSecond: Number.POSITIVE_INFINITY, lifetimeMs: 30_000 };
const SETTLE_LIMIT_MS = 240_000;

/** Two devices of one member and the coordinator's write at once over a bad line; then the line is clean and all is compared. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const random = seedRandom(`soak ${String(options.seed)}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'sillon-soak-'));
  const server = new SoakServer(dataDir);
  await server.start();
  const proxy = new FaultProxy(server.port, random);
  const url = `http://127.0.0.1:${String(await proxy.listen())}`;
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_ARGS });
  const startedAt = performance.now();
  try {
    const devices = await openDevices(browser, url);
    const activityId = await devices[0].remote.activityId();
    if (activityId === null) throw new Error('the member has no activity');
    for (const device of devices) await untilSettled(device, SETTLE_LIMIT_MS);
    options.report('all devices are up to date; the line goes bad');
    proxy.line = { ...LINE, brokenPercent: options.brokenPercent };
    const work = { ...options, random, server, devices, activityId };
    const writes = await doWork(work);
    options.report(`${String(writes.length)} writes acknowledged; the line is clean again`);
    const counts = { ...proxy.counts };
    proxy.line = CLEAN_LINE;
    const cleanAt = performance.now();
    const losses = await settleAndJudge(work, writes);
    const settleSeconds = Math.round((performance.now() - cleanAt) / 100) / 10;
    const records = new Set(writes.map(({ id }) => id)).size;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    return {
      seed: options.seed,
      records,
      edits: writes.length - records,
      counts,
      seconds,
      settleSeconds,
      ...losses,
    };
  } finally {
    await browser.close();
    await proxy.close();
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Devices = readonly [SoakDevice, SoakDevice, SoakDevice];

async function openDevices(browser: Browser, url: string): Promise<Devices> {
  const script = await bundlePage('soak-page.ts');
  const open = async (name: string, account: string): Promise<SoakDevice> => {
    const device = await SoakDevice.open(browser, name, url, script);
    await device.remote.enter(account);
    return device;
  };
  return [await open('first', MEMBER), await open('second', MEMBER), await open('coordinator', COORDINATOR)];
}

interface Work extends SoakOptions {
  readonly random: DemoRandom;
  readonly server: SoakServer;
  readonly devices: Devices;
  readonly activityId: string;
}

/** Creates and edits until there are enough records; pages are reloaded and killed, the server too, devices go offline. */
async function doWork({ random, server, devices, activityId, records, report }: Work): Promise<SoakWrite[]> {
  const writes: SoakWrite[] = [];
  let created = 0;
  for (let step = 1; created < records; step += 1) {
    const device = random.pick(devices);
    const isMember = device !== devices[2];
    const text = `<${String(step)} ${device.name}>`;
    if (isMember && random.chance(60)) {
      writes.push(await device.remote.create(text, activityId));
      created += 1;
      if (created % 100 === 0) report(`${String(created)} records written`);
    } else {
      const field = random.pick(['label', 'note'] as const);
      const write = await device.remote.edit(random.integer(0, 10_000), field, text);
      if (write !== undefined) writes.push(write);
    }
    await pause(random.integer(0, 60));
    if (random.chance(4)) await device.setOffline(true);
    if (random.chance(12)) for (const one of devices) await one.setOffline(false);
    if (random.chance(2)) await disturb(random, device, device === devices[2] ? COORDINATOR : MEMBER);
    if (step % 150 === 0) {
      report('the server is killed');
      await server.kill();
      await pause(500);
      await server.start();
    }
  }
  return writes;
}

/** Reloads the page of a device or ends it; without a line it comes back without one. */
async function disturb(random: DemoRandom, device: SoakDevice, account: string): Promise<void> {
  await device.setOffline(false);
  if (random.chance(50)) await device.reload();
  else await device.kill(account);
}

async function settleAndJudge({ devices, activityId, report }: Work, writes: readonly SoakWrite[]): Promise<Losses> {
  const until = performance.now() + SETTLE_LIMIT_MS;
  for (const device of devices) await device.setOffline(false);
  for (;;) {
    for (const device of devices) await device.remote.syncNow();
    for (const device of devices) await untilSettled(device, Math.max(1, until - performance.now()));
    const { losses, sides } = await judgeNow(devices, activityId, writes);
    const different = losses.missing.length + losses.stale.length;
    const isClean = different === 0;
    if (!isClean) report(`${String(different)} differences left`);
    if (isClean || performance.now() > until) {
      const lost = new Set(losses.lostEdits.map((edit) => edit.split(' ')[0] ?? ''));
      for (const id of lost) for (const line of tellHistory(id, writes, sides)) report(line);
      return losses;
    }
    await pause(1_000);
  }
}

interface Judged {
  readonly losses: Losses;
  readonly sides: readonly Side[];
}

async function judgeNow(devices: Devices, activityId: string, writes: readonly SoakWrite[]): Promise<Judged> {
  const [first, second, coordinator] = devices;
  const server: Side = {
    name: 'server',
    records: await coordinator.remote.server(bookDatabase(activityId), activityId),
  };
  const sides: Side[] = [
    { name: first.name, records: await first.remote.dump(activityId) },
    { name: second.name, records: await second.remote.dump(activityId) },
    { name: coordinator.name, records: await coordinator.remote.dump(activityId) },
    { name: 'network', records: await coordinator.remote.server('network', activityId) },
  ];
  return { losses: judge(writes, server, sides), sides: [server, ...sides] };
}

/** Waits until a device has nothing to send and the server nothing new, or until the time is over. */
async function untilSettled(device: SoakDevice, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    const { phase, pending, isComplete } = await device.remote.state();
    if (phase === 'upToDate' && pending === 0 && isComplete) return;
    await pause(250);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
