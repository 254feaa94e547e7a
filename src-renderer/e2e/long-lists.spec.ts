import { expect, test } from '@playwright/test';
import { addMonths, firstDay, monthOf } from '../../shared/time/month.ts';
import { localToday } from '../data/local-today.ts';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import * as steps from './support/rules-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { common, ledger } = french;
const COUNT = 22;
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('more refused records than a screen holds are shown in parts, and the keyboard goes on with the new ones', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const month = addMonths(monthOf(localToday()), -2);
  const coordinator = await App.open(await browser.newContext(), server.url);
  await coordinator.enterDemo('nadia.charpentier');
  await coordinator.expectUpToDate();
  const profile = await browser.newContext();
  const member = await App.open(profile, server.url);
  await member.enterDemo('lea.morvan');
  await member.expectUpToDate();
  await member.goTo('ledger');
  await profile.setOffline(true);
  const form = member.page.getByRole('form', { name: ledger.addTitle });
  for (let index = 1; index <= COUNT; index += 1) {
    await form.getByLabel(common.date, { exact: true }).fill(firstDay(month));
    await form.getByLabel(common.label, { exact: true }).fill(`Marché n° ${String(index)}`);
    await form.getByLabel(common.amountIncludingVat).fill('10');
    await member.page.keyboard.press('Enter');
    await expect(form.getByLabel(common.label, { exact: true })).toHaveValue('');
  }
  await steps.closeMonths(coordinator, month);
  await coordinator.expectUpToDate();
  await profile.setOffline(false);
  await expect(member.badge).toContainText(french.sync.refused_other.replace('{{count}}', String(COUNT)), {
    timeout: 60_000,
  });

  await member.goTo('dashboard');
  await expect(member.page.getByText(french.dashboard['exchange.upToDateButSome'])).toBeVisible();
  await member.goTo('sync');
  const refused = member.page.getByTestId('refused-item');
  await expect(refused).toHaveCount(20);
  await member.page.getByRole('button', { name: common.showMore.replace('{{count}}', '2') }).press('Enter');
  await expect(refused).toHaveCount(COUNT);
  await expect(refused.nth(20)).toBeFocused();
  await expect(member.page.getByRole('button', { name: /^Montrer/ })).toHaveCount(0);
  expect([...member.problems, ...coordinator.problems]).toEqual([]);
});
