import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { BadLine } from './support/bad-line.ts';
import { Device } from './support/device.ts';
import * as steps from './support/exchange-steps.ts';
import { noteExpense, noteSale, readDashboard } from './support/month-steps.ts';
import { countChunks } from './support/receipt-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { receipts, syncDetails } = french;
const MEMBER = 'lea.morvan';
const ACTIVITY = 'Atelier Bois & Sillons';
const PHOTO = fileURLToPath(new URL('../../build/icons/512x512.png', import.meta.url));
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('two devices of one member and the coordinator on a line that breaks at bad moments lose nothing', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const first = await Device.open(browser, server.url, MEMBER);
  const second = await Device.open(browser, server.url, MEMBER);
  const coordinator = await Device.open(browser, server.url, 'nadia.charpentier');

  await test.step('the answer to a push is lost, the entry is changed at once and the page loaded again', async () => {
    first.line.loseAnswers();
    await noteSale(first.app, 'Réponse perdue', '50');
    await steps.expectEntry(second.app, 'Réponse perdue', '50,00');
    await expect(first.app.badge).toContainText('1 à envoyer');
    await steps.changeAmount(first.app, 'Réponse perdue', '55');
    await first.app.page.reload();
    await expect(first.app.badge).toContainText('1 à envoyer');
    first.line.mend();
    await steps.expectSettled(first.app);
    await steps.expectEntry(first.app, 'Réponse perdue', '55,00');
    await steps.expectEntry(second.app, 'Réponse perdue', '55,00');
    await steps.expectNoConflict(first.app);
    await steps.expectNoConflict(second.app);
  });

  await test.step('one entry is changed on both devices; both versions are shown to everybody and one is chosen', async () => {
    await first.setOffline(true);
    await second.setOffline(true);
    await steps.changeAmount(first.app, 'Réponse perdue', '110');
    await steps.changeAmount(second.app, 'Réponse perdue', '120');
    await first.setOffline(false);
    await steps.expectSettled(first.app);
    second.line.loseAnswers();
    await second.setOffline(false);
    await expect(second.app.badge).toContainText('1 à envoyer');
    second.line.mend();
    await steps.expectSettled(second.app);

    const versions = (await steps.openConflict(second.app)).getByRole('columnheader');
    await expect(versions.filter({ hasText: syncDetails.conflictInPlace })).toContainText(syncDetails.youElsewhere);
    await expect(versions.filter({ hasText: syncDetails.conflictKept })).toContainText(syncDetails.youHere);
    const amounts = second.app.page.getByTestId('conflict').getByRole('row').filter({ hasText: 'Montant' });
    await expect(amounts.getByRole('cell')).toHaveText([/^110,00/, /^120,00/]);
    await expect(await steps.openConflict(first.app)).toContainText(syncDetails.youHere);
    await expect(await steps.openConflict(coordinator.app)).toContainText(ACTIVITY);

    // Taken, taken back, and settled on the other device for good.
    await second.app.page.getByTestId('conflict-take').click();
    await steps.expectNoConflict(first.app);
    await steps.expectEntry(first.app, 'Réponse perdue', '120,00');
    await second.app.page.keyboard.press('Control+z');
    await steps.openConflict(first.app);
    await steps.expectEntry(first.app, 'Réponse perdue', '110,00');
    await first.app.goTo('sync');
    await first.app.page.getByTestId('conflict-keep').click();
    for (const { app } of [first, second, coordinator]) await steps.expectNoConflict(app);
    await steps.expectEntry(second.app, 'Réponse perdue', '110,00');
  });

  await test.step('the server is killed while a device sends', async () => {
    first.line.slowDown();
    await noteSale(first.app, 'Avant la panne', '21');
    await noteSale(first.app, 'Pendant la panne', '22');
    await server.kill();
    await noteSale(first.app, 'Après la panne', '23');
    await expect(first.app.badge).toHaveAttribute('data-phase', 'offline');
    await expect(first.app.badge).toContainText('à envoyer');
    first.line.mend();
    await server.startAgain();
    await steps.expectSettled(first.app);
  });

  await test.step('the page ends while it sends', async () => {
    first.line.slowDown();
    for (const number of [1, 2, 3, 4]) await noteSale(first.app, `Page fermée ${String(number)}`, '31');
    await expect(first.app.badge).toContainText('à envoyer');
    await first.kill();
    first.line.mend();
    await steps.expectSettled(first.app);
  });

  await test.step('everything is everywhere, once', async () => {
    for (const { app } of [first, second]) {
      await steps.expectEntry(app, 'Avant la panne', '21,00');
      await steps.expectEntry(app, 'Pendant la panne', '22,00');
      await steps.expectEntry(app, 'Après la panne', '23,00');
      for (const number of [1, 2, 3, 4]) await steps.expectEntry(app, `Page fermée ${String(number)}`, '31,00');
      await steps.expectSettled(app);
    }
    const { balance } = await readDashboard(first.app);
    expect(await readDashboard(second.app)).toMatchObject({ balance });
    await coordinator.app.goTo('network');
    const book = coordinator.app.page.getByRole('row').filter({ hasText: ACTIVITY });
    await expect(book.getByTestId('balance')).toHaveText(balance, { timeout: 60_000 });
  });

  for (const device of [first, second, coordinator]) {
    expect(device.problems).toEqual([]);
    await device.close();
  }
});

test('over a metered line a receipt waits for the button; what a disk lost comes back from the server', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const device = await Device.open(browser, server.url, 'awa.diallo');
  const { app } = device;
  await app.goTo('sync');
  await app.page.getByTestId('metered').press('Space');
  await expect(app.page.getByTestId('metered')).toBeChecked();
  await app.goTo('expenses');
  await app.page.getByLabel(french.expenses.receiptAdd).first().setInputFiles(PHOTO);
  await expect(app.page.getByTestId('receipt').first()).toBeVisible();
  await noteExpense(app, 'Gasoil compté', '48,30');
  await app.expectUpToDate();
  await app.goTo('sync');
  await expect(app.page.getByTestId('receipts')).toContainText(receipts.held);
  const before = countChunks(server.dataDir);
  await app.page.getByTestId('sync-now').click();
  await expect(app.page.getByTestId('receipts-waiting')).toHaveText(receipts.allSent, { timeout: 60_000 });
  expect(countChunks(server.dataDir)).toBeGreaterThan(before);

  await noteSale(app, 'Perdue par le disque', '12');
  await app.expectUpToDate();
  await steps.loseEntry(app, 'Perdue par le disque');
  await app.page.reload();
  await app.goTo('ledger');
  await expect(app.page.getByTestId('ledger-grid').getByRole('row').nth(1)).toBeVisible();
  await expect(steps.entryRow(app, 'Perdue par le disque')).toHaveCount(0);
  await app.goTo('sync');
  await app.page.getByTestId('check-now').click();
  await expect(app.page.getByTestId('check')).toContainText('1 repris du serveur', { timeout: 30_000 });
  await steps.expectEntry(app, 'Perdue par le disque', '12,00');
  expect(device.problems).toEqual([]);
  await device.close();
});

test('a first exchange that is cut says that the books are not all here, and goes on', async ({ browser }) => {
  const line = await BadLine.open(server.url);
  const profile = await browser.newContext();
  const app = await App.open(profile, line.url);
  await app.expectInstalled();
  line.slowDown();
  await app.enterDemo('karim.benali');
  const note = app.page.getByTestId('first-exchange');
  await expect(note).toBeVisible();
  line.loseAnswers();
  await expect(app.badge).toHaveAttribute('data-phase', 'offline', { timeout: 60_000 });
  await expect(note).toBeVisible();
  line.mend();
  await steps.expectSettled(app);
  await expect(note).toHaveCount(0);
  expect(app.problems).toEqual([]);
  await profile.close();
  await line.close();
});
