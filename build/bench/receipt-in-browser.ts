import type { BrowserContext } from '@playwright/test';
import { chromium, expect } from '@playwright/test';
import { french } from '../../src-renderer/i18n/fr/french.ts';
import { App } from '../../src-renderer/e2e/support/app.ts';
import { noteExpense } from '../../src-renderer/e2e/support/month-steps.ts';
import { startSillon } from '../../src-renderer/e2e/support/sillon-server.ts';
import { seedRandom } from '../../shared/demo/demo-random.ts';
import config from '../playwright.config.ts';
import { FaultProxy } from '../soak/fault-proxy.ts';
import type { Line } from '../soak/line.ts';
import { CLEAN_LINE } from '../soak/line.ts';

const MEMBER = 'lea.morvan';
const LONGEST_MS = 600_000;

/** What the application itself took in Chromium, the exchange of records that goes before it and beside it included. */
export interface BrowserOutcome {
  readonly seconds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

/** Adds an expense with a receipt of these bytes offline, then measures on the bad line until the server has it. */
export async function sendInBrowser(bytes: Uint8Array, badLine: Line): Promise<BrowserOutcome> {
  const server = await startSillon({ isDemo: true });
  const proxy = new FaultProxy(Number(new URL(server.url).port), seedRandom('browser'));
  // Connections that are open when the line turns bad have to end as well.
  proxy.line = { ...CLEAN_LINE, lifetimeMs: badLine.lifetimeMs };
  const { launchOptions = {} } = config.use ?? {};
  const browser = await chromium.launch(launchOptions);
  try {
    const context: BrowserContext = await browser.newContext({ locale: 'fr-FR' });
    const app = await App.open(context, `http://127.0.0.1:${String(await proxy.listen())}`);
    await app.enterDemo(MEMBER);
    await app.expectUpToDate();
    await app.expectInstalled();
    await context.setOffline(true);
    await app.goTo('expenses');
    const file = { name: 'ticket.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
    await app.page.getByLabel(french.expenses.receiptAdd).first().setInputFiles(file);
    await noteExpense(app, 'Gasoil de la tournée', '48,30');
    await app.goTo('sync');
    await expect(app.page.getByTestId('receipts-waiting')).toHaveAttribute('data-count', '1');
    proxy.line = badLine;
    const before = { ...proxy.counts };
    const started = performance.now();
    await context.setOffline(false);
    await expect(app.page.getByTestId('receipts-waiting')).toHaveText(french.receipts.allSent, { timeout: LONGEST_MS });
    return {
      seconds: Math.round((performance.now() - started) / 100) / 10,
      bytesUp: proxy.counts.bytesUp - before.bytesUp,
      bytesDown: proxy.counts.bytesDown - before.bytesDown,
    };
  } finally {
    await browser.close();
    await proxy.close();
    await server.stop();
  }
}
