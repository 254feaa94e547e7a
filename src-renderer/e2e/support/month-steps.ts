import { expect } from '@playwright/test';
import { french } from '../../i18n/fr/french.ts';
import type { App } from './app.ts';
import { sampleStatement } from './bank-statement.ts';

const { bankImport, common, expenses, invoices, ledger, pay, timesheet } = french;

/** Imports a bank statement of the month; all its lines are new. */
export async function importStatement(app: App, month: string): Promise<void> {
  await app.goTo('bankImport');
  await app.page.getByLabel(bankImport.choose).setInputFiles(sampleStatement(month));
  await app.page.getByRole('button', { name: /^Importer 3 lignes$/ }).click();
  await expect(app.page.getByTestId('import-done')).toContainText(bankImport.doneTitle);
}

/** Notes a sale in the ledger, today or at a date, with the numpad's dot. */
export async function noteSale(app: App, label: string, amount: string, date?: string): Promise<void> {
  await app.goTo('ledger');
  const form = app.page.getByRole('form', { name: ledger.addTitle });
  if (date !== undefined) await form.getByLabel(common.date, { exact: true }).fill(date);
  await form.getByLabel(common.label, { exact: true }).fill(label);
  await form.getByLabel(common.amountIncludingVat).fill(amount);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByTestId('ledger-grid').getByRole('row').filter({ hasText: label })).toBeVisible();
}

export async function noteExpense(app: App, label: string, amount: string): Promise<void> {
  await app.goTo('expenses');
  const form = app.page.getByRole('form', { name: expenses.addTitle });
  await form.getByLabel(common.label, { exact: true }).fill(label);
  await form.getByLabel(common.amountIncludingVat).fill(amount);
  await form.getByRole('button', { name: common.add }).click();
  await expect(app.page.getByRole('row').filter({ hasText: label })).toBeVisible();
}

/** Writes two hours and a half on Monday for a new deal. */
export async function noteHours(app: App, deal: string): Promise<void> {
  await app.goTo('timesheet');
  await app.page.getByRole('combobox', { name: timesheet.newDeal }).fill(deal);
  await app.page.getByRole('button', { name: timesheet.addDeal, exact: true }).click();
  const monday = app.page.getByLabel(new RegExp(`^${deal}, lundi`));
  await monday.fill('2h30');
  await monday.press('Enter');
  await expect(monday).toHaveValue('2h30');
}

/** Writes and issues an invoice for the first customer; resolves with its number. */
export async function issueInvoice(app: App, subject: string, unitPrice: string): Promise<string> {
  await app.goTo('invoices');
  await app.page
    .getByRole('link', { name: invoices.add })
    .or(app.page.getByRole('button', { name: invoices.add }))
    .click();
  await app.page.getByTestId('invoice-customer').click();
  await app.page.getByRole('listbox').getByRole('option').first().click();
  await app.page.getByLabel(invoices.subject, { exact: true }).fill(subject);
  const line = app.page.getByRole('listitem', { name: 'Ligne 1' });
  await line.getByLabel(/^Description/).fill(subject);
  await line.getByLabel(/^Prix unitaire HT/).fill(unitPrice);
  await app.page.getByTestId('issue-invoice').click();
  await app.page.getByTestId('confirm-issue').click();
  const title = app.page.getByRole('heading', { level: 1, name: /^Facture F-/ });
  await expect(title).toBeVisible();
  return (await title.innerText()).replace('Facture ', '').trim();
}

/** Asks for a pay of a given gross; resolves with its cost and net as shown. */
export async function requestPay(app: App, gross: string): Promise<{ cost: string; net: string }> {
  await app.goTo('pay');
  await app.page.getByText(pay['direction.gross'], { exact: true }).click();
  const amount = app.page.getByTestId('pay-amount');
  await amount.fill(gross);
  const cost = await app.figure('cost');
  const net = await app.figure('net');
  await app.page.getByTestId('request-pay').click();
  await app.page.getByRole('dialog').getByRole('button', { name: pay.request }).click();
  await expect(app.page.getByTestId('statement-row').first()).toContainText(cost);
  return { cost, net };
}

/** The figures of the dashboard, as text. */
export async function readDashboard(app: App): Promise<{ balance: string; available: string; toCollect: string }> {
  await app.goTo('dashboard');
  return {
    balance: await app.figure('balance'),
    available: await app.figure('available'),
    toCollect: await app.figure('to-collect'),
  };
}
