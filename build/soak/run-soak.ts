import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { seedRandom } from '../../shared/demo/demo-random.ts';
import { CHROMIUM_ARGS } from '../chromium-args.ts';
import { ensureChromium } from '../steps/find-chromium.mjs';
import { bundlePage } from './bundle-page.ts';
import { cooperativeStage } from './cooperative-stage.ts';
import type { Work } from './do-work.ts';
import { doWork } from './do-work.ts';
import { FaultProxy } from './fault-proxy.ts';
import type { Losses } from './judge.ts';
import { judge } from './judge.ts';
import type { LineCounts } from './line.ts';
import { CLEAN_LINE } from './line.ts';
import type { SoakWrite } from './page/soak-contract.ts';
import { SoakDevice } from './soak-device.ts';
import type { Stage } from './stage.ts';
import { tellHistory } from './tell-history.ts';
import { untilSettled } from './until-settled.ts';

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

const LINE = { roundTripMs: 60, bitsPerSecond: Number.POSITIVE_INFINITY, lifetimeMs: 30_000 };

/** Three devices write at once over a bad line; then the line is clean and all is compared. */
export async function runSoak(
  options: SoakOptions,
  openStage: (dataDir: string) => Stage = cooperativeStage,
): Promise<SoakResult> {
  const { seed, brokenPercent, report } = options;
  const random = seedRandom(`soak ${String(seed)}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'sillon-soak-'));
  const stage = openStage(dataDir);
  await stage.server.start();
  const proxy = new FaultProxy(stage.server.port, random);
  const url = `http://127.0.0.1:${String(await proxy.listen())}`;
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_ARGS });
  const startedAt = performance.now();
  try {
    const script = await bundlePage(stage.page);
    const devices: SoakDevice[] = [];
    for (const role of stage.roles) devices.push(await SoakDevice.open(browser, role, url, script));
    const activityId = await devices[0]?.remote.activityId();
    if (typeof activityId !== 'string') throw new Error('the member has no activity');
    for (const device of devices) await untilSettled(device, stage.settleLimitMs);
    report('all devices are up to date; the line goes bad');
    proxy.line = { ...LINE, brokenPercent };
    const work: Work = { ...options, random, server: stage.server, devices, activityId };
    const writes = await doWork(work);
    report(`${String(writes.length)} writes acknowledged; the line is clean again`);
    const counts = { ...proxy.counts };
    proxy.line = CLEAN_LINE;
    const cleanAt = performance.now();
    const losses = await settleAndJudge(stage, work, writes);
    const settleSeconds = Math.round((performance.now() - cleanAt) / 100) / 10;
    const records = new Set(writes.map(({ id }) => id)).size;
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    return { seed, records, edits: writes.length - records, counts, seconds, settleSeconds, ...losses };
  } finally {
    await browser.close();
    await proxy.close();
    await stage.server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function settleAndJudge(stage: Stage, work: Work, writes: readonly SoakWrite[]): Promise<Losses> {
  const { devices, report } = work;
  for (const device of devices) await device.setOffline(false);
  const losses = await judgeUntilClean(stage, work, writes);
  if (losses.missing.length + losses.stale.length === 0 || !stage.isRestartAllowed) return losses;
  report('the devices are opened again');
  for (const device of devices) await device.kill();
  return judgeUntilClean(stage, work, writes);
}

/** Judges again and again until nothing is missing or stale, or the time is over. */
async function judgeUntilClean(stage: Stage, { devices, activityId, report }: Work, writes: readonly SoakWrite[]) {
  const until = performance.now() + stage.settleLimitMs;
  for (;;) {
    for (const device of devices) await device.remote.syncNow();
    for (const device of devices) await untilSettled(device, Math.max(1, until - performance.now()));
    const { server, others } = await stage.readSides(devices, activityId);
    const losses = judge(writes, server, others);
    const different = losses.missing.length + losses.stale.length;
    if (different === 0 || performance.now() > until) {
      const lost = new Set(losses.lostEdits.map((edit) => edit.split(' ')[0] ?? ''));
      for (const id of lost) for (const line of tellHistory(id, writes, [server, ...others])) report(line);
      return losses;
    }
    report(`${String(different)} differences left`);
    await pause(1_000);
  }
}
