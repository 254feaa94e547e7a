import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { StandIn } from '../../build/electron-stand-in/start-stand-in.ts';
import { startStandIn } from '../../build/electron-stand-in/start-stand-in.ts';
import { french } from '../i18n/fr/french.ts';
import { startSillon } from './support/sillon-server.ts';

const distDir = fileURLToPath(new URL('../../dist', import.meta.url));

async function enterDemo({ page }: StandIn): Promise<void> {
  const other = page.getByTestId('other-person');
  await expect(other.or(page.getByTestId('choice-demo'))).toBeVisible();
  if (await other.isVisible()) await other.click();
  await page.getByTestId('choice-demo').click();
  await page.getByTestId('demo-lea.morvan').click();
  await expect(page.getByTestId('balance')).toHaveText(/\d/);
}

test('the real shell and the real screens work together, and the store survives a restart', async () => {
  const server = await startSillon({ isDemo: true });
  const userDataDir = mkdtempSync(join(tmpdir(), 'sillon-desktop-'));
  const options = { distDir, serverUrl: server.url, userDataDir };
  try {
    const first = await startStandIn(options);
    await enterDemo(first);
    await expect(first.page.getByTestId('sync-badge')).toHaveAttribute('data-phase', 'upToDate');
    // The session is kept by the shell: the page can neither read nor receive it.
    expect(await first.page.evaluate(() => document.cookie)).toBe('');
    expect(await first.clickMenu('show-ledger')).toBe(true);
    const form = first.page.getByRole('form', { name: french.ledger.addTitle });
    await form.getByLabel(french.common.label, { exact: true }).fill('Écrit sur le bureau');
    await form.getByLabel(french.common.amountIncludingVat).fill('33,30');
    await first.page.keyboard.press('Enter');
    const row = (app: StandIn) => app.page.getByRole('row').filter({ hasText: 'Écrit sur le bureau' });
    await expect(row(first)).toBeVisible();
    await first.close();

    const second = await startStandIn(options);
    await enterDemo(second);
    expect(await second.clickMenu('show-ledger')).toBe(true);
    await expect(row(second)).toContainText('33,30');
    await second.close();
  } finally {
    await server.stop();
    rmSync(userDataDir, { recursive: true, force: true });
  }
});
