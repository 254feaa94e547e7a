import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';
import { App } from '../../src-renderer/e2e/support/app.ts';
import { startSillon } from '../../src-renderer/e2e/support/sillon-server.ts';
import config from '../playwright.config.ts';
import { fillLedger } from './fill-ledger.ts';
import type { Measure } from './print-measures.ts';
import { printMeasures } from './print-measures.ts';

const SIZES = [10_000, 50_000];
const RUNS = 3;

/** Opens the application anew on the ledger's address and measures until its rows, its filter and all of it are there. */
async function openLedger(
  context: BrowserContext,
  url: string,
): Promise<{ rows: number; filter: number; all: number }> {
  const page = await context.newPage();
  await page.goto(`${url}/#/ledger`);
  await page.getByTestId('other-person').waitFor();
  await page.getByTestId('other-person').click();
  await page.getByTestId('choice-demo').click();
  const person = page.getByTestId('demo-lea.morvan');
  await person.waitFor();
  const started = performance.now();
  const since = (): number => performance.now() - started;
  await person.click();
  await page.getByTestId('ledger-grid').getByRole('row').nth(5).waitFor();
  const rows = since();
  await page.getByPlaceholder('Libellé, tiers, n° de facture').fill('repère 7');
  await page.getByTestId('ledger-grid').getByRole('row').filter({ hasText: 'repère 7' }).first().waitFor();
  const filter = since();
  await page.getByTestId('ledger-reading').waitFor({ state: 'detached', timeout: 60_000 });
  const all = since();
  await page.close();
  return { rows, filter, all };
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const server = await startSillon({ isDemo: true });
const measures: Measure[] = [];
try {
  for (const size of SIZES) {
    const profile = mkdtempSync(join(tmpdir(), 'sillon-bench-'));
    const { launchOptions = {} } = config.use ?? {};
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'fr-FR' });
    const app = await App.open(context, server.url);
    await app.enterDemo('lea.morvan');
    await app.expectUpToDate();
    await app.expectInstalled();
    await context.setOffline(true);
    await fillLedger(app.page, size);
    await app.page.close();
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await openLedger(context, server.url));
    for (const [key, name] of [
      ['rows', 'first rows'],
      ['filter', 'a filter typed and answered'],
      ['all', 'everything read'],
    ] as const) {
      const value = median(runs.map((run) => run[key])) / 1000;
      measures.push({ name: `ledger of ${String(size)}: ${name}, median of ${String(RUNS)}`, value, unit: 's' });
    }
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
} finally {
  await server.stop();
}
printMeasures(measures);
