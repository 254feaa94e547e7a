import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { common, parameters } = french;
const NAME = parameters['name.minimumWageHourlyCents'];
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('next year is estimated until the support team confirms it, with the text and its day', async ({ browser }) => {
  const context = await browser.newContext();
  const app = await App.open(context, server.url);
  const { page } = app;
  await app.enterDemo('nadia.charpentier');
  await app.expectUpToDate();
  await page.goto(`${server.url}/#/parameters`);
  const estimate = page.getByTestId('estimate');
  const versions = page.getByTestId('payroll-version');
  await expect(versions.first()).toContainText(parameters['origin.estimate']);
  const [name] = await versions.first().getByRole('link').allInnerTexts();
  expect(name).toContain('(estimation ');

  await estimate.getByRole('button', { name: parameters.confirm }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: parameters.confirm }).click();
  await expect(dialog.getByRole('alert')).toContainText(french.errors['salary.sourceMissing']);
  await dialog.getByLabel(parameters.source, { exact: true }).fill('Arrêté d’essai');
  await dialog.getByLabel(parameters.confirmDate).fill('2026-12-20');
  await dialog.getByRole('button', { name: parameters.confirm }).click();
  await expect(dialog).toHaveCount(0);
  await app.expectUpToDate();
  // The year after it is estimated then.
  await expect(versions.filter({ hasText: 'Arrêté d’essai' })).toHaveCount(1);
  await expect(versions.filter({ hasText: name ?? '' })).toHaveCount(0);
  await expect(versions.first()).toContainText(parameters['origin.estimate']);

  await estimate.getByRole('button', { name: parameters.replace }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Brouillon / })).toBeVisible();
  await expect(page.getByRole('button', { name: parameters.publish, exact: true })).toBeEnabled();
  expect(app.problems).toEqual([]);
  await context.close();
});

test('a version is not published beside an open value, which says what it lacks', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const app = await App.open(context, server.url);
  const { page } = app;
  await app.enterDemo('nadia.charpentier');
  await app.expectUpToDate();
  await page.goto(`${server.url}/#/parameters`);
  await page.getByRole('button', { name: parameters.create }).click();
  const publish = page.getByRole('button', { name: parameters.publish, exact: true });
  await expect(publish).toBeEnabled();

  const change = page.getByRole('button', { name: `${parameters.change} : ${NAME}`, exact: true });
  await change.click();
  const field = page.getByLabel(`${parameters.newValue} : ${NAME}`);
  await expect(field).toBeFocused();
  // All of the form is on the screen of a telephone, though the table is wider.
  for (const label of [`${parameters.newValue} : ${NAME}`, parameters.source, parameters.since]) {
    await page.getByLabel(label, { exact: true }).scrollIntoViewIfNeeded();
    await expect(page.getByLabel(label, { exact: true })).toBeInViewport({ ratio: 1 });
  }
  await field.fill('12,5');
  await expect(publish).toBeDisabled();
  await expect(page.getByTestId('value-open')).toContainText(NAME);
  // Another one would take its place, and what was typed with it.
  await expect(page.getByRole('button', { name: new RegExp(`^${parameters.change} :`) }).first()).toBeDisabled();
  await page.getByTestId('value-open').getByRole('button', { name: NAME }).click();
  await expect(field).toBeFocused();

  const apply = page.getByRole('button', { name: parameters.apply, exact: true });
  await apply.click();
  await expect(page.getByText(parameters.sourceMissing)).toBeVisible();
  await expect(page.getByText(parameters.sinceMissing)).toBeVisible();
  await page.getByLabel(parameters.source, { exact: true }).fill('Décret d’essai');
  await expect(page.getByText(parameters.sourceMissing)).toHaveCount(0);
  await page.getByLabel(parameters.since, { exact: true }).fill('2027-01-01');
  await apply.click();
  await expect(change).toBeFocused();
  await expect(page.getByRole('row').filter({ hasText: 'Décret d’essai' }).last()).toContainText('12,50');
  await expect(page.getByTestId('value-open')).toHaveCount(0);
  await expect(publish).toBeDisabled();
  await page.getByRole('button', { name: parameters.save, exact: true }).click();
  await expect(publish).toBeEnabled();
  await publish.click();
  await page.getByRole('dialog').getByRole('button', { name: parameters.publish, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Version / })).toBeVisible();
  await expect(page.getByRole('button', { name: common.edit })).toHaveCount(0);
  expect(app.problems).toEqual([]);
  await context.close();
});
