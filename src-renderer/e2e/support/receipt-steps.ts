import { expect } from '@playwright/test';
import type { App } from './app.ts';
import { openCouchFile } from './couch-file.ts';

/** Opens the receipt in the row of an expense. */
export async function openReceipt(app: App, label: string): Promise<void> {
  await app.page.getByRole('row').filter({ hasText: label }).getByTestId('receipt').click();
  await expect(app.page.getByRole('dialog')).toBeVisible();
}

/** Waits until the opened receipt is a picture that the browser can draw. */
export async function expectReceiptShown(app: App): Promise<void> {
  const image = app.page.getByTestId('receipt-image');
  await expect(image).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
}

/** Chunks of receipts on the server. */
export function countChunks(dataDir: string): number {
  const database = openCouchFile(dataDir);
  try {
    const row = database
      .prepare(
        `SELECT count(*) AS count FROM document JOIN database ON database.db = document.db
         WHERE database.name LIKE 'receipts-%' AND document.id LIKE 'rcpt:%'`,
      )
      .get();
    return Number(row?.['count']);
  } finally {
    database.close();
  }
}
