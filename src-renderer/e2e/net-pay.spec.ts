import { expect, test } from '@playwright/test';
import { addMonths, firstDay, monthOf } from '../../shared/time/month.ts';
import { localToday } from '../data/local-today.ts';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { watchExchange } from './support/exchange-requests.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { network, withholding } = french;
const KNOWN = 'lea.morvan';
const UNKNOWN = { account: 'awa.diallo', name: 'Awa Diallo' };
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** `1 234,50 €` in cents. */
const cents = (text: string): number =>
  Number(text.replace(/[^\d,−-]/g, '').replace(/[,−-]/g, (c) => (c === ',' ? '' : '-')));

test('a member sees the tax of a pay as base times rate, and what reaches the account', async ({ context }) => {
  const app = await App.open(context, server.url);
  await app.enterDemo(KNOWN);
  await app.expectUpToDate();
  await app.goTo('pay');
  await app.page.getByTestId('pay-amount').fill('1500');
  const panel = app.page.getByTestId('net-pay');
  const [before, tax, paid] = [
    cents(await app.figure('net-before-tax')),
    cents(await app.figure('tax')),
    cents(await app.figure('net-paid')),
  ];
  expect(tax).toBeLessThan(0);
  expect(before + tax).toBe(paid);
  await expect(panel).toContainText('28');
  await panel.getByRole('button').first().click();
  await expect(panel.getByRole('table')).toContainText('3,8');
  await expect(panel.getByRole('table')).toContainText('Compte rendu métier de la DSN');
  await app.page.screenshot({ path: test.info().outputPath('member.png'), fullPage: true });

  await app.page.getByTestId('statement-row').last().getByRole('link').click();
  await expect(app.page.getByTestId('pay-sheet').getByTestId('net-paid')).toHaveText(/€/);
  await app.page.screenshot({ path: test.info().outputPath('document.png'), fullPage: true });
  expect(app.problems).toEqual([]);
});

test('what is not known is said, until the support team enters it, and reaches the person', async ({ browser }) => {
  test.setTimeout(240_000);
  const member = await App.open(await browser.newContext(), server.url);
  const requests = watchExchange(member.page);
  await member.enterDemo(UNKNOWN.account);
  await member.expectUpToDate();
  await member.goTo('pay');
  await member.page.getByTestId('pay-amount').fill('1500');
  await expect(member.page.getByTestId('tax')).toHaveText(withholding.unknown);
  await expect(member.page.getByTestId('net-paid')).toHaveCount(0);
  expect([...requests.databases].filter((name) => name.startsWith('person-'))).toEqual([]);

  const coordinator = await App.open(await browser.newContext(), server.url);
  await coordinator.enterDemo('nadia.charpentier');
  await coordinator.expectUpToDate();
  await coordinator.goTo('payQueue');
  await expect(coordinator.page.getByTestId('queued-net').first()).toBeVisible();
  await coordinator.page.screenshot({ path: test.info().outputPath('queue.png'), fullPage: true });
  await coordinator.goTo('network');
  await coordinator.page.getByRole('row').filter({ hasText: UNKNOWN.name }).getByRole('link').first().click();
  await coordinator.page.getByTestId('tab-withholding').click();
  await expect(coordinator.page.getByText(withholding.none)).toBeVisible();
  await coordinator.page.getByTestId('add-withholding').click();
  const save = coordinator.page.getByTestId('save-withholding');
  const day = firstDay(addMonths(monthOf(localToday()), -1));
  await coordinator.page.getByLabel(withholding.from).fill(day);
  await save.click();
  await expect(coordinator.page.getByRole('alert')).toHaveText(french.errors['withholding.rateMissing']);
  await coordinator.page.getByLabel(withholding.rate).fill('7,5');
  await save.click();
  await expect(coordinator.page.getByRole('alert')).toHaveText(french.errors['withholding.sourceMissing']);
  await coordinator.page.getByLabel(withholding.source).fill('Compte rendu du 3 novembre');
  await save.click();
  const rates = coordinator.page.getByTestId('withholding-rates');
  await expect(rates).toContainText('7,5');
  await coordinator.page.screenshot({ path: test.info().outputPath('rates.png'), fullPage: true });
  // A second one of the same day is refused in words.
  await coordinator.page.getByTestId('add-withholding').click();
  await coordinator.page.getByLabel(withholding.from).fill(day);
  await coordinator.page.getByLabel(withholding.rate).fill('9');
  await coordinator.page.getByLabel(withholding.source).fill('Autre');
  await save.click();
  await expect(coordinator.page.locator('[data-error="withholding.sameDay"]')).toContainText(
    'Un taux commence déjà le',
  );
  await expect(coordinator.badge).not.toContainText('à envoyer', { timeout: 90_000 });

  // It comes by itself, with the member's next look at the commons.
  await expect(member.page.getByTestId('net-paid')).toHaveText(/€/, { timeout: 90_000 });
  await expect(member.page.getByTestId('tax')).toHaveText(/€/);
  expect(network['tab.withholding']).toBe('Impôt');
  expect([...member.problems, ...coordinator.problems]).toEqual([]);
});

test('a grid with a gap is refused, one without serves the neutral rate', async ({ context }) => {
  const app = await App.open(context, server.url);
  await app.enterDemo('nadia.charpentier');
  await app.expectUpToDate();
  await app.goTo('rules');
  await app.page.getByTestId('tab-netPay').click();
  await expect(app.page.getByTestId('pay-days')).toContainText('28');
  await app.page.getByTestId('add-withholding-grids').click();
  const { rules } = french;
  const year = localToday().slice(0, 4);
  await app.page.getByLabel(rules['field.from']).fill(`${year}-01-01`);
  await app.page.getByLabel(rules['netPay.lastDay']).fill(`${year}-12-31`);
  await app.page.getByLabel(rules['field.source']).fill('Grille inventée pour un essai');
  const lines = app.page.getByLabel(rules['netPay.linesLabel']);
  await lines.fill('0 ; 1000 ; 0\n1001 ; ; 10');
  await app.page.getByTestId('save-rule').click();
  await expect(app.page.getByRole('alert')).toContainText(rules['field.gridGap']);
  await app.page.screenshot({ path: test.info().outputPath('grid.png'), fullPage: true });
  await lines.fill('0 ; 1000 ; 0\n1000 ; ; 10');
  await app.page.getByTestId('save-rule').click();
  await expect(app.page.getByTestId('withholding-grids')).toContainText('Grille inventée pour un essai');
  expect(app.problems).toEqual([]);
});
