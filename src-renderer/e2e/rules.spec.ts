import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { addMonths, firstDay, monthOf } from '../../shared/time/month.ts';
import { formatMonth } from '../../shared/time/format-date.ts';
import { localToday } from '../data/local-today.ts';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { sampleStatement } from './support/bank-statement.ts';
import { download } from './support/downloads.ts';
import { changeAmount, expectEntry, searchLedger } from './support/exchange-steps.ts';
import { noteSale } from './support/month-steps.ts';
import * as steps from './support/rules-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { account, bankImport, memberContract, syncDetails } = french;
const MEMBER = { account: 'lea.morvan', name: 'Léa Morvan' };
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('a contribution rule with tiers: wrong ones refused, its impact seen, then on the member’s account', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const month = addMonths(monthOf(localToday()), -1);
  const member = await App.open(await browser.newContext(), server.url);
  await member.enterDemo(MEMBER.account);
  await member.expectUpToDate();
  const coordinator = await App.open(await browser.newContext(), server.url);
  await coordinator.enterDemo('nadia.charpentier');
  await coordinator.expectUpToDate();
  await coordinator.goTo('rules');
  const rows = coordinator.page.getByTestId('contribution-rules').getByRole('row');
  const before = await rows.count();

  const form = await steps.openNewRule(coordinator);
  await steps.fillRule(form, { version: 'contribution-essai', from: firstDay(month), source: '' });
  await steps.chooseStatus(form, french.rules['status.cesa']);
  await steps.fillTiers(form, [{ upTo: '3000', rate: '12' }, { upTo: '1000', rate: '10,5' }, { rate: '8.5' }]);
  await form.getByLabel(french.rules['field.monthlyFeeCents']).fill('25');
  await form.getByLabel(french.rules['field.monthlyFeeLabel']).fill('Outils communs');

  // Without a source, then with tiers that fall: refused in words, and nothing is written.
  await steps.expectRefused(form, 'contribution.invalidRule', french.rules['field.source']);
  await form.getByLabel(french.rules['field.source']).fill('Assemblée générale, résolution 3');
  await steps.expectRefused(form, 'contribution.invalidRule', french.rules['field.tiers']);
  await expect(rows).toHaveCount(before);
  await expect(coordinator.badge).not.toContainText('à envoyer');

  await form.getByLabel('Tranche 2, jusqu’à').fill('5000');
  const impact = form.getByTestId('contribution-impact').getByRole('row').filter({ hasText: MEMBER.name });
  await expect(impact.getByRole('cell').nth(1)).toHaveText(/€/);
  await expect(impact.getByRole('cell').nth(3)).not.toHaveText(/^0,00/);
  const foreseen = await impact.getByRole('cell').nth(2).innerText();
  await form.getByTestId('save-rule').click();
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.filter({ hasText: 'contribution-essai' })).toContainText('12 % jusqu’à');
  await steps.exchange(coordinator);

  await steps.exchange(member);
  await member.goTo('dashboard');
  const detail = `${french.common.showDetail} : ${french.dashboard.balance}`;
  await member.page.getByRole('button', { name: detail }).click();
  await member.page
    .getByRole('button', { name: account.showMonth.replace('{{month}}', formatMonth(month, 'fr')) })
    .first()
    .click();
  const lines = member.page.getByRole('table', {
    name: account.monthDetail.replace('{{month}}', formatMonth(month, 'fr')),
  });
  await expect(lines.first()).toContainText('Outils communs');
  await expect(lines.first()).toContainText('contribution-essai');
  await expect(lines.first()).toContainText(account['contributionPart.tier']);

  // The foreseen contribution is now the one before: another change starts from it.
  await coordinator.goTo('rules');
  await coordinator.page.getByRole('button', { name: 'Modifier : contribution-essai', exact: true }).click();
  await coordinator.page.getByLabel(french.rules['field.monthlyFeeCents']).fill('26');
  await expect(
    coordinator.page
      .getByTestId('contribution-impact')
      .getByRole('row')
      .filter({ hasText: MEMBER.name })
      .getByRole('cell')
      .nth(1),
  ).toHaveText(foreseen);
  expect([...member.problems, ...coordinator.problems]).toEqual([]);
});

test('a closed month keeps its rules; a book that is late on the server is named', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  // What a server says that cannot read a book.
  await context.route('**/api/behind', (route) =>
    route.fulfill({ json: [{ book: 'book-x', since: '2026-01-05T07:05:00Z', isFailing: true }] }),
  );
  const app = await App.open(context, server.url);
  await app.enterDemo('nadia.charpentier');
  await app.expectUpToDate();
  await expect(app.page.getByTestId('books-behind')).toContainText(
    'book-x : pas revérifiée depuis le 05/01/2026 à 08:05',
  );
  // Pays of last month wait still, and no month with one of them is closed.
  const month = addMonths(monthOf(localToday()), -2);
  await steps.closeMonths(app, month);
  await app.page.getByTestId('tab-contribution').click();
  await app.page.getByRole('button', { name: 'Retirer : contribution-2026-associes' }).click();
  const refusal = app.page.locator('[data-error="rules.closedMonths"]');
  await expect(refusal).toContainText('contribution-2026-associes');
  await expect(refusal).toContainText(formatMonth(month, 'fr'));
  // The closing itself is taken back.
  await app.page.keyboard.press('Control+z');
  await app.page.getByTestId('tab-year').click();
  await expect(app.page.getByLabel(french.rules['year.closedThrough'])).toHaveValue('');
  expect(app.problems).toEqual([]);
});

test('what a closed month refused gives way to the server’s version or is set aside, and comes back', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const month = addMonths(monthOf(localToday()), -2);
  const coordinator = await App.open(await browser.newContext(), server.url);
  await coordinator.enterDemo('nadia.charpentier');
  await coordinator.expectUpToDate();
  const profile = await browser.newContext();
  const member = await App.open(profile, server.url);
  await member.enterDemo(MEMBER.account);
  await member.expectUpToDate();
  await member.expectInstalled();
  await searchLedger(member, 'Marché de la gare');
  await noteSale(member, 'Marché de la gare', '80', firstDay(month));
  await member.expectUpToDate();

  await profile.setOffline(true);
  await changeAmount(member, 'Marché de la gare', '95');
  await searchLedger(member, 'Vente oubliée');
  await noteSale(member, 'Vente oubliée', '30', firstDay(month));
  await searchLedger(member, 'Vente laissée');
  await noteSale(member, 'Vente laissée', '40', firstDay(month));
  await steps.closeMonths(coordinator, month);
  await coordinator.expectUpToDate();
  await profile.setOffline(false);
  await member.goTo('sync');
  const refused = member.page.getByTestId('refused-item');
  await expect(refused).toHaveCount(3, { timeout: 30_000 });

  await refused.getByRole('button', { name: syncDetails.takeServer }).click();
  const aside = member.page.getByTestId('set-aside-item');
  await expect(aside).toHaveCount(1, { timeout: 30_000 });
  await expect(refused).toHaveCount(2);
  // The keyboard goes on where it was.
  await expect(refused.and(member.page.locator(':focus'))).toHaveCount(1);
  const forgotten = refused.filter({ hasText: 'Vente oubliée' });
  await forgotten.getByRole('button', { name: syncDetails.setAside }).click();
  await expect(aside).toHaveCount(2);
  await expect(refused).toHaveCount(1);
  await expect(refused).toBeFocused();
  await aside.first().getByRole('button').first().click();
  await expect(aside.first()).toContainText('95,00');
  await searchLedger(member, 'Vente oubliée');
  await expect(member.page.getByTestId('ledger-grid')).toHaveAttribute('aria-rowcount', '1');
  await searchLedger(member, 'Marché de la gare');
  await expectEntry(member, 'Marché de la gare', '80,00');
  await steps.exchange(member);
  await member.goTo('bankImport');
  await member.page.getByLabel(bankImport.choose).setInputFiles(sampleStatement(monthOf(localToday()), month));
  const closed = member.page.getByTestId('import-closed');
  await expect(closed).toContainText('FRAIS TENUE DE COMPTE');
  await expect(closed).toContainText('7,90');
  await expect(closed.getByRole('checkbox')).toHaveCount(0);
  await member.page.getByTestId('import-now').click();
  await expect(member.page.getByTestId('import-done')).toContainText('2 importées, 0 déjà là, 1 laissées');
  await expect(member.page.getByTestId('import-done')).toContainText('d’un mois clôturé');
  await member.goTo('settings');
  const { bytes } = await download(member, 'backup-save');
  const kept = gunzipSync(bytes)
    .toString()
    .split('\n')
    .filter((line) => line.includes('"isAside":true'));
  expect(kept.map((line) => /"label":"([^"]*)"/.exec(line)?.[1])).toEqual(['Marché de la gare', 'Vente oubliée']);

  await steps.closeMonths(coordinator, '');
  await coordinator.expectUpToDate();
  await steps.exchange(member);
  // What was left refused says that it can go now.
  await expect(refused).toContainText('en a rouvert depuis');
  await refused.getByTestId('send-again').click();
  await expect(refused).toHaveCount(0, { timeout: 30_000 });
  await expect(member.page.locator('#content')).toBeFocused();
  await aside.last().getByRole('button').first().click();
  await expect(async () => {
    // The settings that open the month again may be a moment behind: then it says so and stays.
    await aside.last().getByRole('button', { name: syncDetails.bringBack }).click();
    await expect(aside).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
  await expect(aside).toBeFocused();
  await member.expectUpToDate();
  await searchLedger(member, 'Vente oubliée');
  await expectEntry(member, 'Vente oubliée', '30,00');
  expect([...member.problems, ...coordinator.problems]).toEqual([]);
});

test('contracts of a member: an overlap is refused, one after the other reach the member', async ({ browser }) => {
  test.setTimeout(180_000);
  const next = firstDay(addMonths(monthOf(localToday()), 1));
  const coordinator = await App.open(await browser.newContext(), server.url);
  await coordinator.enterDemo('nadia.charpentier');
  await coordinator.expectUpToDate();
  await coordinator.page.getByRole('row').filter({ hasText: MEMBER.name }).getByRole('link').first().click();
  await coordinator.page.getByTestId('tab-contracts').click();
  const rows = coordinator.page.getByTestId('contracts').getByRole('row');
  const before = await rows.count();

  await coordinator.page.getByTestId('add-contract').click();
  await coordinator.page.getByLabel(memberContract.startDate).fill(next);
  const kind = coordinator.page.getByRole('combobox', { name: french.contract.kind, exact: true });
  await kind.selectOption('salaried');
  await coordinator.page.getByLabel(memberContract['time.weeklyHours']).fill('60');
  await coordinator.page.getByTestId('save-contract').click();
  await expect(coordinator.page.getByText(memberContract['timeWrong.weeklyHours'])).toBeVisible();
  await coordinator.page.getByLabel(memberContract['time.weeklyHours']).fill('28');
  await coordinator.page.getByLabel(memberContract.isCadre).check();
  await coordinator.page.getByTestId('save-contract').click();
  await expect(coordinator.page.locator('[data-error="contract.overlapping"]')).toContainText('chevauchent');
  await expect(rows).toHaveCount(before);
  await expect(coordinator.badge).not.toContainText('à envoyer');
  // What a field says takes the place of what was refused before; an unreadable fixed part is not none.
  await coordinator.page.getByLabel(memberContract.endDate).fill(steps.dayBefore(next));
  await coordinator.page.getByTestId('save-contract').click();
  await expect(coordinator.page.getByText('se termine avant d’avoir commencé')).toBeVisible();
  await expect(coordinator.page.locator('[data-error="contract.overlapping"]')).toHaveCount(0);
  await coordinator.page.getByLabel(memberContract.endDate).fill('');
  await kind.selectOption('cesa');
  await coordinator.page.getByLabel(french.contract.fixedPart).fill('-5');
  await coordinator.page.getByTestId('save-contract').click();
  await expect(coordinator.page.getByText(french.errors['amount.negative'])).toBeVisible();
  await expect(coordinator.page.getByRole('form').getByRole('alert')).toHaveCount(0);
  await expect(coordinator.page.getByTestId('save-contract')).toBeVisible();
  await coordinator.page.keyboard.press('Escape');

  await coordinator.page.getByRole('button', { name: new RegExp(`^${memberContract.end} :`) }).click();
  await coordinator.page.getByLabel(memberContract.endDate).fill(steps.dayBefore(next));
  await coordinator.page.getByTestId('save-contract').click();
  await expect(coordinator.page.getByTestId('save-contract')).toHaveCount(0);
  await coordinator.page.getByTestId('add-contract').click();
  await coordinator.page.getByLabel(memberContract.startDate).fill(next);
  await coordinator.page.getByLabel(memberContract.isAssociate).check();
  await coordinator.page.getByTestId('save-contract').click();
  await expect(rows).toHaveCount(before + 1);
  await coordinator.page.getByLabel(memberContract.reserve).fill('1234,56');
  await coordinator.page.getByRole('button', { name: `${french.common.save} : ${memberContract.terms}` }).click();
  await coordinator.expectUpToDate();

  const member = await App.open(await browser.newContext(), server.url);
  await member.enterDemo(MEMBER.account);
  await member.expectUpToDate();
  await member.goTo('contract');
  await expect(member.page.getByTestId('contracts').getByRole('row').last()).toContainText(
    french.contract['workingTime.none'],
  );
  await expect(member.page.getByTestId('contracts').getByRole('row').last()).toContainText(french.contract.associate);
  await expect(member.page.getByText('1 234,56 €')).toBeVisible();
  expect([...member.problems, ...coordinator.problems]).toEqual([]);
});
