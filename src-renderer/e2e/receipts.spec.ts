import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { MAX_IMAGE_BYTES } from '../receipts/shrink-plan.ts';
import { App } from './support/app.ts';
import { noteExpense } from './support/month-steps.ts';
import { countChunks, expectReceiptShown, openReceipt } from './support/receipt-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const MEMBER = 'lea.morvan';
const PHOTO = fileURLToPath(new URL('../../build/icons/1024x1024.png', import.meta.url));
const SECOND_PHOTO = fileURLToPath(new URL('../../build/icons/512x512.png', import.meta.url));
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

async function attach(app: App, file: string): Promise<void> {
  await app.goTo('expenses');
  await app.page.getByLabel(french.expenses.receiptAdd).first().setInputFiles(file);
  await expect(app.page.getByTestId('receipt').first()).toBeVisible();
}

/** Pictures are read only once the returned function is called, as on a slow phone. */
async function holdPictures(app: App): Promise<() => Promise<void>> {
  const held = await app.page.evaluateHandle(() => {
    const read = window.createImageBitmap.bind(window);
    const gate = Promise.withResolvers<undefined>();
    window.createImageBitmap = async (image: ImageBitmapSource, ...rest: readonly unknown[]) => {
      await gate.promise;
      const [options] = rest;
      return read(image, typeof options === 'object' && options !== null ? options : undefined);
    };
    return {
      letGo: () => {
        window.createImageBitmap = read;
        gate.resolve(undefined);
      },
    };
  });
  return () => held.evaluate(({ letGo }) => letGo());
}

test('a receipt travels from one device to the server, to another device and to the coordinator', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const profile = await browser.newContext();
  const member = await App.open(profile, server.url);
  await member.enterDemo(MEMBER);
  await member.expectUpToDate();
  await member.expectInstalled();

  // Without a network it is kept here and shown; the server has nothing.
  await profile.setOffline(true);
  await attach(member, PHOTO);
  await noteExpense(member, 'Gasoil de la tournée', '48,30');
  await openReceipt(member, 'Gasoil de la tournée');
  await expectReceiptShown(member);
  await member.page.keyboard.press('Escape');
  await member.goTo('sync');
  await expect(member.page.getByTestId('receipts-waiting')).toHaveAttribute('data-count', '1');
  expect(countChunks(server.dataDir)).toBe(0);

  // With one it leaves by itself, after its record.
  await profile.setOffline(false);
  await expect(member.page.getByTestId('receipts-waiting')).toHaveText(french.receipts.allSent, { timeout: 60_000 });
  expect(countChunks(server.dataDir)).toBeGreaterThan(0);

  // Paused, the next one waits, also after the page was loaded again.
  await member.page.getByTestId('receipts-pause').click();
  await expect(member.page.getByTestId('receipts')).toContainText(french.receipts.paused);
  // A large photo takes seconds: an expense saved meanwhile waits for it, and says why when it is no picture.
  await member.goTo('expenses');
  const letGo = await holdPictures(member);
  const chooser = member.page.getByLabel(french.expenses.receiptAdd).first();
  await chooser.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  const form = member.page.getByRole('form', { name: french.expenses.addTitle });
  await form.getByLabel(french.common.label, { exact: true }).fill('Bottes de travail');
  await form.getByLabel(french.common.amountIncludingVat).fill('62');
  await form.getByRole('button', { name: french.common.add }).click();
  await letGo();
  await expect(form.getByRole('alert')).toHaveText(french.errors['file.unreadable']);
  await expect(member.page.getByRole('row').filter({ hasText: 'Bottes de travail' })).toHaveCount(0);
  const letGoAgain = await holdPictures(member);
  const large = Buffer.concat([readFileSync(SECOND_PHOTO), Buffer.alloc(MAX_IMAGE_BYTES)]);
  await chooser.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: large });
  await form.getByRole('button', { name: french.common.add }).click();
  await letGoAgain();
  await expect(
    member.page.getByRole('row').filter({ hasText: 'Bottes de travail' }).getByTestId('receipt'),
  ).toBeVisible();
  await expect(form.getByTestId('receipt')).toHaveCount(0);
  await member.page.reload();
  await member.expectUpToDate();
  await member.goTo('sync');
  await expect(member.page.getByTestId('receipts')).toContainText(french.receipts.paused);
  await expect(member.page.getByTestId('receipts-waiting')).toHaveAttribute('data-count', '1');
  const before = countChunks(server.dataDir);

  // The other device of the same person sees the first, and is told about the second.
  const otherProfile = await browser.newContext();
  const other = await App.open(otherProfile, server.url);
  await other.enterDemo(MEMBER);
  await other.expectUpToDate();
  await other.goTo('expenses');
  await openReceipt(other, 'Bottes de travail');
  await expect(other.page.getByRole('dialog').getByRole('alert')).toHaveAttribute('data-error', 'receipt.notOnServer');
  await other.page.keyboard.press('Escape');
  await otherProfile.setOffline(true);
  await openReceipt(other, 'Gasoil de la tournée');
  await expect(other.page.getByRole('dialog').getByRole('alert')).toHaveText(french.receipts.offline);
  await otherProfile.setOffline(false);
  await other.page.getByRole('dialog').getByRole('button', { name: french.common.tryAgain }).click();
  await expectReceiptShown(other);
  await other.page.keyboard.press('Escape');
  // From here on it is on this device too.
  await otherProfile.setOffline(true);
  await openReceipt(other, 'Gasoil de la tournée');
  await expectReceiptShown(other);

  // Resumed, the second one goes.
  expect(countChunks(server.dataDir)).toBe(before);
  await member.page.getByTestId('receipts-pause').click();
  await expect(member.page.getByTestId('receipts-waiting')).toHaveText(french.receipts.allSent, { timeout: 60_000 });
  expect(countChunks(server.dataDir)).toBeGreaterThan(before);

  // The coordinator opens it in the member's book.
  const coordinatorProfile = await browser.newContext();
  const coordinator = await App.open(coordinatorProfile, server.url);
  await coordinator.enterDemo('nadia.charpentier');
  await coordinator.expectUpToDate();
  await coordinator.page.getByRole('row').filter({ hasText: 'Léa Morvan' }).getByRole('link').first().click();
  await coordinator.page.getByTestId('tab-expenses').click();
  await openReceipt(coordinator, 'Bottes de travail');
  await expectReceiptShown(coordinator);

  // Each device says what its receipts take; nothing is old enough to be released.
  await member.goTo('settings');
  await expect(member.page.getByTestId('receipts-space')).toContainText('2 justificatifs occupent');
  await expect(member.page.getByTestId('receipts-release')).toBeDisabled();
  await coordinator.page.keyboard.press('Escape');
  await coordinator.goTo('settings');
  await expect(coordinator.page.getByTestId('receipts-space')).toContainText('1 justificatif occupe');
  expect([...member.problems, ...other.problems, ...coordinator.problems]).toEqual([]);
});
