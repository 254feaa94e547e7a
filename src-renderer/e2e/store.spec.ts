import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { common, ledger, undo } = french;
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true, ownScreens: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** Fills the row of a new entry; the caller decides how it is saved. */
async function fillEntry(app: App, label: string, amount: string): Promise<void> {
  const form = app.page.getByRole('form', { name: ledger.addTitle });
  await form.getByLabel(common.label, { exact: true }).fill(label);
  await form.getByLabel(common.amountIncludingVat).fill(amount);
}

async function addEntry(app: App, label: string, amount: string): Promise<void> {
  await fillEntry(app, label, amount);
  await app.page.keyboard.press('Enter');
}

const row = (app: App, text: string) => app.page.getByTestId('ledger-grid').getByRole('row').filter({ hasText: text });

test('two windows of one person show the same book at once, and only one of them exchanges', async ({ context }) => {
  const first = await App.open(context, server.url);
  await first.enterDemo('lea.morvan');
  await first.expectUpToDate();
  const second = await App.open(context, server.url);
  await second.enterDemo('lea.morvan');
  await first.goTo('ledger');
  await second.goTo('ledger');
  await addEntry(first, 'Depuis la première', '12,50');
  await expect(row(second, 'Depuis la première')).toBeVisible();
  await addEntry(second, 'Depuis la seconde', '7.25');
  await expect(row(first, 'Depuis la seconde')).toContainText('7,25');
  await first.expectUpToDate();
  await second.expectUpToDate();
  // The window that exchanges is closed: the other one takes over.
  await first.page.close();
  await addEntry(second, 'Après la fermeture', '3');
  await expect(second.badge).toContainText('à envoyer');
  await second.expectUpToDate();
  // A tablet is turned in the middle of an entry: what was typed stays, to be finished.
  await fillEntry(second, 'Tablette tournée', '4');
  await second.page.setViewportSize({ width: 800, height: 1280 });
  await expect(second.page.getByTestId('ledger-grid')).toHaveAttribute('aria-colcount', '5');
  await second.page.keyboard.press('Enter');
  await expect(row(second, 'Tablette tournée')).toContainText('4,00');
  expect(second.problems).toEqual([]);
});

const diskLabel = (index: number): string => `Disque n° ${String(index).padStart(3, '0')}`;

test('a full disk refuses the write in words, keeps what was typed and what was there', async () => {
  // A profile on the disk: the quota of a private window is not the one a person has.
  const profile = mkdtempSync(join(tmpdir(), 'sillon-profile-'));
  const { launchOptions = {} } = test.info().project.use;
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'fr-FR' });
  const app = await App.open(context, server.url);
  await app.enterDemo('awa.diallo');
  await app.expectUpToDate();
  await app.goTo('ledger');
  const refusal = app.page.getByText(french.errors['store.full']);
  const devtools = await context.newCDPSession(app.page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  // The browser remembers for some seconds that there was room.
  let tries = 0;
  await expect(async () => {
    tries += 1;
    await addEntry(app, diskLabel(tries), '99');
    await expect(refusal).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  const form = app.page.getByRole('form', { name: ledger.addTitle });
  await expect(form.getByLabel(common.label, { exact: true })).toHaveValue(diskLabel(tries));
  for (let index = 1; index < tries; index += 1) await expect(row(app, diskLabel(index))).toBeVisible();
  await expect(row(app, diskLabel(tries))).toHaveCount(0);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  await expect(async () => {
    await form.getByLabel(common.label, { exact: true }).press('Enter');
    await expect(row(app, diskLabel(tries))).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await context.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a store written by a newer Sillon can be read, not changed', async ({ context }) => {
  const app = await App.open(context, server.url);
  await app.enterDemo('karim.benali');
  await app.expectUpToDate();
  await app.page.getByRole('button', { name: common.signOut }).click();
  await expect(app.page.getByTestId('other-person').or(app.page.getByTestId('choice-demo'))).toBeVisible();
  await app.page.evaluate(async () => {
    const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => /karim.*device/.test(one));
    if (name === undefined) throw new Error('no device collection');
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(new Error('cannot open'));
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('docs', 'readwrite');
        const docs = transaction.objectStore('docs');
        const reading = docs.get('store');
        reading.onsuccess = () => docs.put({ ...reading.result, body: { version: 999 } });
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
  await app.enterDemo('karim.benali');
  await expect(app.page.getByText(common.readOnlyBanner)).toBeVisible();
  await app.goTo('ledger');
  await expect(app.page.getByTestId('ledger-grid')).toBeVisible();
  await expect(app.page.getByRole('form', { name: ledger.addTitle })).toHaveCount(0);
});

test('undo pressed twice at once takes back the last two writes, and says what', async ({ context }) => {
  const app = await App.open(context, server.url);
  await app.enterDemo('lea.morvan');
  await app.goTo('ledger');
  for (const label of ['Reste', 'Reprise ensuite', 'Reprise d’abord']) {
    await addEntry(app, label, '5');
    await expect(row(app, label)).toBeVisible();
  }
  const button = app.page.getByRole('button', { name: common.undo.replace('{{what}}', undo.entryAdded) });
  await button.dblclick();
  await expect(app.page.getByText(common.undone.replace('{{what}}', undo.entryAdded))).toHaveCount(2);
  await expect(row(app, 'Reprise d’abord')).toHaveCount(0);
  await expect(row(app, 'Reprise ensuite')).toHaveCount(0);
  await button.click();
  await expect(button).toHaveCount(0);
  await expect(row(app, 'Reste')).toHaveCount(0);
  await app.expectUpToDate();
  expect(app.problems).toEqual([]);
});

test('a window closed in the middle of writes leaves whole records only', async ({ context }) => {
  const app = await App.open(context, server.url);
  await app.enterDemo('ines.ferreira');
  await app.expectUpToDate();
  await app.goTo('ledger');
  for (let index = 0; index < 8; index += 1) await addEntry(app, `Rafale ${String(index)}`, '10');
  await fillEntry(app, 'Dernière', '10');
  const press = app.page.keyboard.press('Enter').catch(() => undefined);
  await app.page.close();
  await press;
  const again = await App.open(context, server.url);
  await again.enterDemo('ines.ferreira');
  await again.goTo('ledger');
  for (let index = 0; index < 8; index += 1) await expect(row(again, `Rafale ${String(index)}`)).toContainText('10,00');
  await again.expectUpToDate();
  expect(again.problems).toEqual([]);
});

test('a window that stays open hears of a new version, and what is typed is not lost by it', async ({ context }) => {
  const first = await App.open(context, server.url);
  // A reload in the middle of the first installation can leave Chromium deaf to updates until it is started again.
  await first.expectInstalled();
  await first.page.clock.install();
  await first.page.reload();
  await first.enterDemo('lea.morvan');
  const second = await App.open(context, server.url);
  await second.enterDemo('lea.morvan');
  await first.page.bringToFront();
  await first.goTo('ledger');
  await fillEntry(first, 'Pas encore enregistrée', '12');
  appendFileSync(join(server.webRoot, 'service-worker.js'), '// Another version.\n');
  await first.page.clock.fastForward('01:00:01');
  // The whole new version is fetched first.
  await expect(first.page.getByTestId('take-update')).toBeVisible({ timeout: 60_000 });
  await first.page.getByTestId('take-update').click();
  const question = first.page.getByRole('dialog');
  await question.getByRole('button', { name: common.updateLater }).click();
  // The focus returns to the notice when the question is gone: Enter pressed before that would ask again.
  await expect(first.page.getByTestId('take-update')).toBeFocused();
  await expect(question).toHaveCount(0);
  await expect(first.page.getByRole('form', { name: ledger.addTitle }).getByLabel(common.label)).toHaveValue(
    'Pas encore enregistrée',
  );
  await first.page.getByRole('form', { name: ledger.addTitle }).getByLabel(common.label).press('Enter');
  await expect(row(first, 'Pas encore enregistrée')).toBeVisible();
  const loaded = first.page.waitForEvent('load');
  await first.page.getByTestId('take-update').click();
  await loaded;
  await expect(row(first, 'Pas encore enregistrée')).toBeVisible();
  // The other window is still the old version, and says so.
  await second.page.bringToFront();
  await expect(second.page.getByTestId('take-update')).toBeVisible();
  expect([...first.problems, ...second.problems]).toEqual([]);
});
