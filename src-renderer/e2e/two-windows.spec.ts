import type { BrowserContext } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import type { ExchangeRequests } from './support/exchange-requests.ts';
import { watchExchange } from './support/exchange-requests.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const ledger = french.ledger;
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

const row = (app: App, text: string) => app.page.getByTestId('ledger-grid').getByRole('row').filter({ hasText: text });

async function addEntry(app: App, label: string): Promise<void> {
  const form = app.page.getByRole('form', { name: ledger.addTitle });
  await form.getByLabel(french.common.label, { exact: true }).fill(label);
  await form.getByLabel(french.common.amountIncludingVat).fill('12,50');
  await app.page.keyboard.press('Enter');
  await expect(row(app, label)).toBeVisible();
}

/** One more window of a person, at their ledger. */
async function openLedger(context: BrowserContext, account: string): Promise<App> {
  const app = await App.open(context, server.url);
  await app.enterDemo(account);
  await app.expectUpToDate();
  await app.goTo('ledger');
  return app;
}

test('what one window writes the other one sends; when that one crashes, the first sends itself (E15)', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const leader = await openLedger(context, 'lea.morvan');
  const second = await App.open(context, server.url);
  const [ofLeader, ofSecond] = [watchExchange(leader.page), watchExchange(second.page)];
  await second.enterDemo('lea.morvan');
  await second.goTo('ledger');
  const elsewhere = await browser.newContext();
  const device = await openLedger(elsewhere, 'lea.morvan');

  await addEntry(second, 'Écrite dans la seconde');
  await expect(row(device, 'Écrite dans la seconde')).toBeVisible();
  expect(ofLeader.pushes).toBeGreaterThan(0);
  expect([ofSecond.pushes, ofSecond.pulls, ofSecond.heldAtMost]).toEqual([0, 0, 0]);

  const crash = new Promise((resolve) => leader.page.once('crash', resolve));
  await leader.page.goto('chrome://crash').catch(() => undefined);
  await crash;
  await addEntry(second, 'Écrite après la panne');
  await expect(row(device, 'Écrite après la panne')).toBeVisible();
  expect(ofSecond.pushes).toBeGreaterThan(0);
  await addEntry(device, 'Venue de l’autre appareil');
  await expect(row(second, 'Venue de l’autre appareil')).toBeVisible();
  expect(second.problems).toEqual([]);
  await context.close();
  await elsewhere.close();
});

test('“exchange now” in a window that does not exchange reaches the one that does, whatever the clock says (E15)', async ({
  browser,
}) => {
  const context = await browser.newContext();
  // On a line that is spared nothing else brings news for a quarter of an hour.
  const before = await openLedger(context, 'awa.diallo');
  await before.badge.click();
  const metered = before.page.getByTestId('metered');
  await metered.click({ force: true });
  await expect(metered).toBeChecked();
  await before.expectUpToDate();
  await before.page.close();
  const leader = await openLedger(context, 'awa.diallo');
  const ofLeader = watchExchange(leader.page);
  const second = await openLedger(context, 'awa.diallo');
  // The clock of the computer, and so of both windows.
  await context.clock.setSystemTime(Date.now() - 3 * 86_400_000);

  const elsewhere = await browser.newContext();
  const device = await openLedger(elsewhere, 'awa.diallo');
  await addEntry(device, 'Venue d’ailleurs');
  await device.expectUpToDate();
  expect(ofLeader.heldAtMost).toBe(0);
  await expect(row(leader, 'Venue d’ailleurs')).toHaveCount(0);
  await second.badge.click();
  await second.page.getByTestId('sync-now').click();
  await expect(row(leader, 'Venue d’ailleurs')).toBeVisible();
  await second.goTo('ledger');
  await expect(row(second, 'Venue d’ailleurs')).toBeVisible();
  await context.close();
  await elsewhere.close();
});

test('three windows of a coordinator hold one connection open, of the six a browser has (E12)', async ({ browser }) => {
  const context = await browser.newContext();
  const windows: App[] = [];
  const watched: ExchangeRequests[] = [];
  for (let count = 0; count < 3; count += 1) {
    const app = await App.open(context, server.url);
    watched.push(watchExchange(app.page));
    await app.enterDemo('nadia.charpentier');
    await app.expectUpToDate();
    windows.push(app);
  }
  const held = () => watched.reduce((sum, { held: open }) => sum + open, 0);
  await expect.poll(held).toBe(1);
  expect(watched.reduce((sum, { heldAtMost }) => sum + heldAtMost, 0)).toBe(1);
  // The databases that are not listened to are looked at all the same.
  // What is personal lies in `office`: the server tells beside another answer that something is there.
  const looked = () => {
    const databases = new Set(watched.flatMap(({ databases: seen }) => [...seen]));
    return ['network', 'commons', 'office'].filter((database) => databases.has(database));
  };
  await expect.poll(looked).toEqual(['network', 'commons', 'office']);
  await context.close();
});
