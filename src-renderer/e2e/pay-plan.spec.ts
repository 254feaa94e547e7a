import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { common, payPlan } = french;
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** Cents of an amount as the screen writes it. */
function centsOf(text: string): number {
  return Number(text.replace(/[^\d−]/g, '').replace('−', '-'));
}

test('twelve months are planned, compared, warned about and kept, without a network', async ({ browser }) => {
  const context = await browser.newContext();
  const app = await App.open(context, server.url);
  const { page } = app;
  await app.enterDemo('lea.morvan');
  await app.expectUpToDate();
  await app.expectInstalled();
  await app.goTo('pay');
  await page.getByText(payPlan['view./pay-plan'], { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: payPlan.title })).toBeVisible();
  await expect(page.getByTestId('plan-chart').locator('svg').first()).toBeVisible();
  await context.setOffline(true);

  const months = page.getByTestId('plan-month');
  await expect(months).toHaveCount(12);
  // The months of a year that nobody published yet are estimated, which is said once.
  await expect(page.getByTestId('plan-parameters')).toHaveCount(1);
  await expect(page.getByText(payPlan.noParameters)).toHaveCount(0);
  await expect(page.getByText(payPlan.isEstimate, { exact: true }).first()).toBeVisible();
  const first = months.first();
  const turnover = first.getByLabel(new RegExp(`^${payPlan['column.turnover']}, `));
  const before = centsOf(await app.figure('even-cost'));
  // An even pay of two chosen months is bound by the end of the first or of the second: what the first brings counts for both.
  for (let index = 2; index < 12; index += 1) await months.nth(index).getByRole('checkbox').uncheck();
  const pair = centsOf(await app.figure('even-cost'));
  expect(pair).toBeGreaterThan(before);
  await turnover.fill('9.000,50');
  await turnover.blur();
  await expect.poll(async () => centsOf(await app.figure('even-cost'))).not.toBe(pair);

  // What cannot be read is not saved, nor is the beginning of it that could.
  const reserve = page.getByLabel(payPlan.reserve);
  const kept = await app.figure('even-cost');
  const reserved = await reserve.inputValue();
  await reserve.fill('');
  await reserve.pressSequentially('12x');
  await reserve.blur();
  await expect(page.getByText(french.errors['amount.invalid'])).toBeVisible();
  expect(await app.figure('even-cost')).toBe(kept);
  await reserve.fill(reserved);
  await reserve.blur();

  await first.getByRole('button', { name: common.showDetail }).click();
  await expect(first.getByRole('table').first()).toContainText('contribution-2026');
  await expect(first.getByRole('table').first()).toContainText('salary-2026');

  await page.getByTestId('copy-scenario').click();
  await expect(page.getByTestId('plan-sum')).toHaveCount(5);
  await expect(months).toHaveCount(24);
  const variant = page.getByLabel(payPlan.direction).nth(1);
  await variant.selectOption({ label: payPlan['direction.net'] });
  const net = months.nth(12).getByLabel(new RegExp(`^${payPlan['direction.net']}, `));
  await expect(net).toHaveValue(/\d/);
  await net.fill('20000');
  await net.blur();
  await expect(page.getByTestId('plan-warnings').last()).toContainText('à découvert');
  await expect(page.getByTestId('plan-sum').last()).toContainText('−');

  const downloading = page.waitForEvent('download');
  await page.getByTestId('export-csv').first().click();
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);

  await page.getByLabel(common.label, { exact: true }).fill('Prime d’activité');
  await page.getByLabel(payPlan.watchedLimit).fill('1500');
  await page.getByRole('button', { name: common.add, exact: true }).click();
  await expect(page.getByTestId('watched')).toContainText('Prime d’activité');
  await expect(page.getByTestId('plan-warnings').last()).toContainText('Prime d’activité');

  await context.setOffline(false);
  await app.expectUpToDate();
  await page.reload();
  await expect(
    page
      .getByTestId('plan-month')
      .first()
      .getByLabel(/^CA encaissé/),
  ).toHaveValue(/^9.000,50$/);
  await expect(page.getByLabel(payPlan.scenario, { exact: true }).locator('option')).toHaveCount(2);
  expect(app.problems).toEqual([]);
  await context.close();
});

test('a wished net gives its price, through payroll, contribution and VAT', async ({ browser }) => {
  const context = await browser.newContext();
  const app = await App.open(context, server.url);
  const { page } = app;
  await app.enterDemo('maelle.le.goff');
  await app.expectUpToDate();
  await app.goTo('pay');
  await page.getByText(payPlan['view./pay-price'], { exact: true }).click();
  await page.getByTestId('wish-amount').fill('1500');
  const net = centsOf(await app.figure('price-net'));
  const gross = centsOf(await app.figure('price'));
  const rate = Number(await page.getByLabel(payPlan.vatRate).inputValue());
  expect(gross).toBe(net + Math.round((net * rate) / 1_000_000));
  // A third goes to the cooperative and to contributions at least.
  expect(net).toBeGreaterThan(200_000);
  await page.getByTestId('wish-amount').fill('3000');
  await expect.poll(async () => centsOf(await app.figure('price-net'))).toBeGreaterThan(2 * net - 100_000);
  expect(app.problems).toEqual([]);
  await context.close();
});
