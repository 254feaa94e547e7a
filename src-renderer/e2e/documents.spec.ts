import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { download, plain, readPdfWords } from './support/downloads.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** Opens the application as a person of the demonstration, then takes the network away. */
async function openOffline(context: Parameters<typeof App.open>[0], account: string): Promise<App> {
  const app = await App.open(context, server.url);
  app.page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) app.problems.push(message.text());
  });
  await app.enterDemo(account);
  await app.expectUpToDate();
  await app.expectInstalled();
  await context.setOffline(true);
  await expect(app.badge).toHaveAttribute('data-phase', 'offline');
  return app;
}

test('a member saves the statement of a pay as PDF without a network', async ({ context }) => {
  const app = await openOffline(context, 'lea.morvan');
  await app.goTo('pay');
  const row = app.page.getByTestId('statement-row').last();
  const net = plain(await row.getByTestId('statement-net').innerText());
  const cost = plain(await row.getByTestId('statement-cost').innerText());
  await row.getByRole('link').click();
  await expect(app.page.getByTestId('pay-sheet')).toBeVisible();
  const file = await download(app, 'pay-pdf');
  expect(file.name).toMatch(/^Relevé de versement, \p{L}+ \d{4}, Léa Morvan\.pdf$/u);
  const words = await readPdfWords(file);
  expect(words).toContain(french.payDocument.notPayslip);
  expect(words).toContain('Léa Morvan');
  expect(words).toContain(`${french.pay.netBeforeTax} ${net}`);
  expect(words).toContain(`${french.pay.employerCost} ${cost}`);
  expect(words).toMatch(/Établi avec Sillon le \d\d\/\d\d\/\d{4} Page 1 sur \d/);
  expect(app.problems).toEqual([]);
});

test('a member in Madagascar saves a pay in ariary without cents', async ({ context }) => {
  const app = await openOffline(context, 'hery.rakotomalala');
  await app.goTo('pay');
  const row = app.page.getByTestId('abroad-pay-row').last();
  const cells = (await row.getByRole('cell').allInnerTexts()).map(plain);
  const amounts = cells.filter((text) => text.endsWith(' Ar'));
  expect(amounts.length).toBeGreaterThan(0);
  await row.getByRole('link').click();
  const words = await readPdfWords(await download(app, 'pay-pdf'));
  expect(words).toContain(french.payDocument.notPayslip);
  for (const amount of amounts) expect(words).toContain(amount);
  expect(words).not.toMatch(/,\d\d Ar|€/);
  expect(app.problems).toEqual([]);
});

test('a plan is saved for a spreadsheet and as PDF without a network', async ({ context }) => {
  const app = await openOffline(context, 'lea.morvan');
  await app.page.goto(`${server.url}/#/pay-plan`);
  const csv = await download(app, 'export-csv');
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.bytes).split('\r\n');
  expect(csv.name).toMatch(/\.csv$/);
  const [heads = ''] = lines;
  expect(heads.startsWith('\uFEFF')).toBe(true);
  const columns = heads.split(';').length;
  expect(columns).toBeGreaterThan(2);
  expect(lines.length).toBeGreaterThan(12);
  expect(lines.at(-1)).toBe('');
  // Amounts as a French spreadsheet adds them up.
  expect(lines[1]).toMatch(/;-?\d+,\d\d(;|$)/);

  const pdf = await download(app, 'export-pdf');
  expect(pdf.name).toBe(csv.name.replace(/csv$/, 'pdf'));
  const words = await readPdfWords(pdf);
  for (const head of heads.slice(1).split(';')) expect(words).toContain(plain(head));
  expect(app.problems).toEqual([]);
});
