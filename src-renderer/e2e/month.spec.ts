import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { localToday } from '../data/local-today.ts';
import { App } from './support/app.ts';
import * as steps from './support/month-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';
import { readStatement } from './support/stored-statement.ts';
import { changeStoredByte } from './support/tamper.ts';

const MEMBER = 'lea.morvan';
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('a month without a network, then the coordinator sees the same figures, verified', async ({ browser }) => {
  test.setTimeout(240_000);
  const month = localToday().slice(0, 7);
  const memberProfile = await browser.newContext();
  const first = await App.open(memberProfile, server.url);
  await first.enterDemo(MEMBER);
  await first.expectUpToDate();
  await first.expectInstalled();

  // From here to the end of the month there is no network.
  await memberProfile.setOffline(true);
  await expect(first.badge).toHaveAttribute('data-phase', 'offline');
  await steps.importStatement(first, month);
  // Enough for the pay below, whatever the demonstration earned in the month that it is.
  await steps.noteSale(first, 'Stand du dimanche', '2120.50');
  await steps.noteExpense(first, 'Gasoil de la tournée', '48,30');
  const number = await steps.issueInvoice(first, 'Atelier d’hiver', '350');
  expect(number).toMatch(/^F-[A-Z]+\d+-\d{4}-0001$/);
  const before = await steps.readDashboard(first);

  // The page is closed and opened again, still without a network.
  await first.page.close();
  const member = await App.open(memberProfile, server.url);
  await member.enterDemo(MEMBER);
  expect(await steps.readDashboard(member)).toEqual(before);
  await steps.noteHours(member, 'Atelier d’hiver');

  // A second tab of the same person.
  const tab = await App.open(memberProfile, server.url);
  await tab.enterDemo(MEMBER);
  await steps.noteSale(tab, 'Vente de l’autre onglet', '60');
  const paid = await steps.requestPay(member, '1500');
  const figures = await steps.readDashboard(member);
  expect(await steps.readDashboard(tab)).toEqual(figures);
  expect(figures.balance).not.toBe(before.balance);
  await tab.page.close();
  await expect(member.badge).toContainText('à envoyer');

  // The network is back.
  await memberProfile.setOffline(false);
  await member.expectUpToDate();

  const coordinatorProfile = await browser.newContext();
  const coordinator = await App.open(coordinatorProfile, server.url);
  await coordinator.enterDemo('nadia.charpentier');
  await coordinator.expectUpToDate();
  const row = coordinator.page.getByRole('row').filter({ hasText: 'Léa Morvan' });
  await expect(row.getByTestId('balance')).toHaveText(figures.balance);
  await expect(row.getByTestId('verdict')).toContainText('vérifié');
  await expect(row.getByTestId('verdict')).not.toContainText('attente');
  await row.getByRole('link').first().click();
  await expect(coordinator.page.getByTestId('network-table')).toHaveCount(0);
  await expect(coordinator.page.getByTestId('balance')).toHaveText(figures.balance);
  await coordinator.page.getByTestId('tab-invoices').click();
  await expect(coordinator.page.getByText(number).first()).toBeVisible();

  // The member sees the server's verdict on the pay.
  await member.goTo('pay');
  const statement = member.page.getByTestId('statement-row').first();
  await expect(statement).toContainText(paid.net);
  await expect(statement.getByTestId('verdict')).toHaveAttribute('data-verdict', 'verified');

  // In the coordinator's queue stand the server's figures: what stays available is what her own screen says.
  await coordinator.goTo('payQueue');
  const queued = coordinator.page
    .getByTestId('queued-pay')
    .filter({ hasText: 'Léa Morvan' })
    .filter({ hasText: paid.net });
  await expect(queued.getByTestId('residue')).toHaveText(/^[\d\s]+,\d\d\s€$/);

  // One byte of the statement changes on the server.
  const stored = readStatement(server.dataDir, MEMBER, 150_000);
  changeStoredByte(server.dataDir, stored.id, '"grossCents":150000', '"grossCents":150001');
  await coordinator.goTo('network');
  await coordinator.page.getByTestId('verify-now').click();
  await expect(
    coordinator.page.getByRole('row').filter({ hasText: 'Léa Morvan' }).getByTestId('verdict'),
  ).toContainText('différence');
  await expect(statement.getByTestId('verdict')).toHaveAttribute('data-verdict', 'mismatch');
  await expect(statement).toContainText(french.common.verdictMismatch);

  // Going on with it asks twice, with the reason.
  await coordinator.goTo('payQueue');
  await queued.getByRole('button', { name: new RegExp(`^${french.payQueue['step.checked']}`) }).click();
  await expect(coordinator.page.getByTestId('doubts')).toContainText(french.account['difference.altered']);
  await expect(
    coordinator.page.getByRole('button', { name: french.payQueue['anyway.checked'], exact: true }),
  ).toBeVisible();
  expect([...first.problems, ...member.problems, ...tab.problems, ...coordinator.problems]).toEqual([]);
});
