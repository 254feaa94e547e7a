import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const MEMBER_PAGES = [
  '/',
  '/ledger',
  '/bank-import',
  '/invoices',
  '/invoices/new',
  '/customers',
  '/expenses',
  '/timesheet',
  '/pay',
  '/pay-plan',
  '/pay-price',
  '/contract',
  '/sync',
  '/settings',
];
const LOOKS = [
  { theme: 'light', width: 1280, height: 800 },
  { theme: 'dark', width: 1280, height: 800 },
  { theme: 'light', width: 390, height: 844 },
] as const;
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** What axe finds on the page as it stands, and whether it is wider than its window. */
async function listFaults(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const faults = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.html).join(' | ')}`);
  const extra = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return extra > 0 ? [...faults, `${name}: ${String(extra)} px too wide`] : faults;
}

async function openAs(browser: Browser, look: (typeof LOOKS)[number], account: string): Promise<App> {
  const { theme, width, height } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const app = await App.open(context, server.url);
  await expect(app.page.getByTestId('choice-demo')).toBeVisible();
  expect(await listFaults(app.page, 'welcome')).toEqual([]);
  await app.enterDemo(account);
  await app.expectUpToDate();
  return app;
}

async function visit(app: App, path: string): Promise<void> {
  await app.page.goto(`${server.url}/#${path}`);
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.page.locator('.mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0);
}

for (const look of LOOKS) {
  const name = `${look.theme}, ${String(look.width)} px`;

  test(`member's screens pass axe (${name})`, async ({ browser }) => {
    const app = await openAs(browser, look, 'lea.morvan');
    const faults: string[] = [];
    for (const path of MEMBER_PAGES) {
      await visit(app, path);
      if (path === '/pay') {
        // A button that was pressed has another name.
        const folded = app.page.getByRole('button', { name: french.common.showDetail });
        for (let left = await folded.count(); left > 0; left -= 1) {
          await folded.first().click();
          await expect(folded).toHaveCount(left - 1);
        }
      }
      faults.push(...(await listFaults(app.page, path)));
    }
    expect.soft(faults).toEqual([]);
    faults.length = 0;
    await visit(app, '/invoices');
    await app.page
      .getByRole('link')
      .filter({ hasText: /F-.*-\d{4}/ })
      .first()
      .click();
    await expect(app.page.getByRole('heading', { level: 1, name: /^Facture F-/ })).toBeVisible();
    faults.push(...(await listFaults(app.page, 'issued invoice')));
    expect(faults).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  test(`coordinator's screens pass axe (${name})`, async ({ browser }) => {
    const app = await openAs(browser, look, 'nadia.charpentier');
    await expect(app.page.getByTestId('network-table')).toBeVisible();
    const faults = await listFaults(app.page, 'network');
    await app.page.getByRole('row').filter({ hasText: 'Awa Diallo' }).getByRole('link').first().click();
    await expect(app.page.getByTestId('network-table')).toHaveCount(0);
    await expect(app.page.getByTestId('balance')).toHaveText(/\d/);
    for (const tab of ['months', 'statements', 'invoices', 'ledger', 'expenses', 'contracts']) {
      await app.page.getByTestId(`tab-${tab}`).click();
      faults.push(...(await listFaults(app.page, `book, ${tab}`)));
    }
    await app.page.getByTestId('add-contract').click();
    faults.push(...(await listFaults(app.page, 'book, new contract')));
    await visit(app, '/pays');
    const waiting = app.page.getByTestId('queued-pay').last();
    await waiting.getByRole('checkbox').scrollIntoViewIfNeeded();
    // All of a pay is on the screen, its decision too.
    await expect(waiting.getByRole('button').last()).toBeInViewport({ ratio: 1 });
    faults.push(...(await listFaults(app.page, 'pays')));
    await visit(app, '/audit');
    await expect(app.page.getByTestId('audit')).toBeVisible();
    faults.push(...(await listFaults(app.page, 'audit')));
    await visit(app, '/rules');
    for (const tab of ['contribution', 'extraLines', 'benefits', 'employer', 'countries', 'year']) {
      await app.page.getByTestId(`tab-${tab}`).click();
      faults.push(...(await listFaults(app.page, `rules, ${tab}`)));
      await app.page
        .getByRole('button', { name: new RegExp(`^${french.common.edit} :`) })
        .first()
        .click();
      await expect(app.page.getByTestId('save-rule')).toBeVisible();
      faults.push(...(await listFaults(app.page, `rules, ${tab}, form`)));
    }
    await app.page.getByTestId('tab-identity').click();
    faults.push(...(await listFaults(app.page, 'rules, identity')));
    expect(faults).toEqual([]);
    expect(app.problems).toEqual([]);
  });
}

test('the keyboard is enough: skip link, menu, slider', async ({ page }) => {
  await page.goto(server.url);
  await page.getByTestId('choice-demo').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('demo-lea.morvan').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('balance')).toHaveText(/\d/);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: french.common.skipToContent })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.getByRole('navigation').getByRole('link', { name: french.navigation.pay }).focus();
  await page.keyboard.press('Enter');
  const amount = page.getByTestId('pay-amount');
  await expect(amount).toHaveValue(/\d/);
  const before = await amount.inputValue();
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(amount).not.toHaveValue(before);
});
