import { expect, test } from '@playwright/test';
import { formatDate } from '../../shared/time/format-date.ts';
import { addDays } from '../../shared/time/plain-date.ts';
import { localToday } from '../data/local-today.ts';
import { App } from './support/app.ts';
import { BOOK_REVISIONS, openCouchFile } from './support/couch-file.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

let server: SillonServer;
test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** Has the account of a person open on another day. */
function moveOpening(dataDir: string, person: string, openingDate: string): void {
  const database = openCouchFile(dataDir);
  try {
    const { changes } = database
      .prepare(
        `UPDATE revision SET body = json_set(body, '$.body.openingDate', ?)
         WHERE (doc, rev) IN (SELECT doc, rev FROM (${BOOK_REVISIONS} AND document.id LIKE 'activitySettings:%'
           AND revision.body LIKE ?))`,
      )
      .run(openingDate, `%${person}%`);
    if (Number(changes) !== 1) throw new Error(`${String(changes)} settings of ${person}`);
  } finally {
    database.close();
  }
}

test('before the day its account opens, a pay cannot be asked for, and the screen says why', async ({ context }) => {
  const opening = addDays(localToday(), 20);
  moveOpening(server.dataDir, 'Kowalski', opening);
  const app = await App.open(context, server.url);
  await app.enterDemo('tomasz.kowalski');
  await app.expectUpToDate();
  await app.goTo('pay');
  await expect(app.page.locator('[data-error="salary.beforeOpening"]')).toContainText(formatDate(opening, 'fr'));
  await expect(app.page.getByTestId('request-pay')).toBeDisabled();
  expect(app.problems).toEqual([]);
});
