import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { App } from '../../src-renderer/e2e/support/app.ts';
import config from '../playwright.config.ts';
import type { Measure } from './print-measures.ts';
import { printMeasures } from './print-measures.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PORT = '5993';

/** `npm start` until it says that Sillon is ready, then the first screen and a demonstration person's dashboard. */
async function start(dataDir: string, name: string): Promise<Measure[]> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const env = { ...process.env, SILLON_PORT: PORT, SILLON_DATA: dataDir };
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('is ready')) resolve();
    });
  });
  const ready = seconds();
  const { launchOptions = {} } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  try {
    const app = await App.open(await browser.newContext({ locale: 'fr-FR' }), `http://127.0.0.1:${PORT}`);
    await app.page.getByTestId('choice-demo').waitFor();
    const screen = seconds();
    await app.enterDemo('lea.morvan');
    await app.figure('balance');
    return [
      { name: `${name}: ready`, value: ready, unit: 's' },
      { name: `${name}: first screen in a new browser`, value: screen, unit: 's' },
      { name: `${name}: dashboard with its figures after the first exchange`, value: seconds(), unit: 's' },
    ];
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'sillon-start-'));
try {
  printMeasures([
    ...(await start(dataDir, 'npm start, new data')),
    ...(await start(dataDir, 'npm start, second time')),
  ]);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
