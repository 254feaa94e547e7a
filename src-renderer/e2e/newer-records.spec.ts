import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { BOOK_REVISIONS, openCouchFile } from './support/couch-file.ts';
import { noteSale } from './support/month-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const MEMBER = 'awa.diallo';
const WORDS = 'Mettez Sillon à jour';

let server: SillonServer;
test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

/** Makes one entry of a member's book, and its copy in the network, what a later Sillon would have written. */
function makeOneNewer(dataDir: string, account: string): string {
  const database = openCouchFile(dataDir);
  try {
    const found = database
      .prepare(`${BOOK_REVISIONS} AND document.id LIKE 'ledgerEntry:%' AND revision.body LIKE ? LIMIT 1`)
      .get(`%"createdBy":{"user":"${account}"%`) as { id: string } | undefined;
    if (found === undefined) throw new Error(`no entry of ${account}`);
    database
      .prepare(
        `UPDATE revision SET body = replace(body, '"schemaVersion":1', '"schemaVersion":2')
         WHERE doc IN (SELECT doc FROM document WHERE id = ?)`,
      )
      .run(found.id);
    return found.id;
  } finally {
    database.close();
  }
}

test('figures of a book with a record of a newer Sillon say so, and no pay is asked or taken further', async ({
  browser,
}) => {
  makeOneNewer(server.dataDir, MEMBER);
  const own = await browser.newContext();
  const member = await App.open(own, server.url);
  await member.enterDemo(MEMBER);
  await member.expectUpToDate();
  // So that nothing else stands in the way of a pay, whatever the demonstration earned in the month that it is.
  await noteSale(member, 'Stand du dimanche', '3000');
  await member.expectUpToDate();
  for (let start = 0; start < 2; start += 1) {
    await member.goTo('dashboard');
    await expect(member.page.getByTestId('incomplete')).toContainText(WORDS);
    await member.goTo('ledger');
    await expect(member.page.getByTestId('incomplete')).toContainText(WORDS);
    await member.goTo('pay');
    await expect(member.page.getByTestId('incomplete')).toContainText(WORDS);
    await expect(member.page.getByTestId('request-pay')).toBeDisabled();
    await member.page.reload();
    await expect(member.badge).toBeVisible();
  }
  expect(member.problems).toEqual([]);
  await own.close();

  const theirs = await browser.newContext();
  const support = await App.open(theirs, server.url);
  await support.enterDemo('nadia.charpentier');
  await support.expectUpToDate();
  await support.goTo('network');
  await expect(support.page.getByTestId('incomplete-totals')).toContainText(WORDS);
  const row = support.page.getByTestId(/^network-row-/).filter({ has: support.page.getByTestId('incomplete') });
  await expect(row).toHaveCount(1);
  await expect(row.getByTestId('incomplete')).toHaveText(french.network.incomplete);
  await row.getByRole('link').click();
  await expect(support.page.getByTestId('incomplete')).toContainText(WORDS);
  expect(support.problems).toEqual([]);
  await theirs.close();
});
