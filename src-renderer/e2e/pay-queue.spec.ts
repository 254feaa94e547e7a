import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { startSillon } from './support/sillon-server.ts';

const { pay, payQueue } = french;
const STEPS = [
  ['requested', 'checked'],
  ['checked', 'validated'],
  ['validated', 'paid'],
] as const;

let server: SillonServer;

const inStatus = (app: App, status: (typeof STEPS)[number][0]) =>
  app.page.getByTestId('queued-pay').filter({ hasText: pay[`status.${status}`] });

test.beforeAll(async () => {
  server = await startSillon({ isDemo: true });
});
test.afterAll(async () => {
  await server.stop();
});

test('the support team takes many waiting pays one step further at once, and the server takes them', async ({
  context,
}) => {
  const app = await App.open(context, server.url);
  await app.enterDemo('nadia.charpentier');
  await app.expectUpToDate();
  await app.goTo('payQueue');
  const waiting = app.page.getByTestId('queued-pay');
  await expect(waiting.first()).toBeVisible();
  const counts = await Promise.all(
    STEPS.map(async ([status, step]) => ({ status, step, count: await inStatus(app, status).count() })),
  );
  // Which steps the demonstration's pays wait for depends on the day; of its members several wait for the same.
  const { status, step, count } = counts.reduce((most, one) => (one.count > most.count ? one : most));
  expect(count).toBeGreaterThan(1);
  await app.page.getByLabel(payQueue.chooseAll).check();
  await app.page.getByRole('button', { name: `${payQueue[`step.${step}`]} (${String(count)})` }).click();
  await app.page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${payQueue[`step.${step}`]}`) })
    .click();
  await expect(inStatus(app, status)).toHaveCount(0);
  await expect(app.page.getByRole('alert')).toHaveCount(0);
  // Each goes to a book of its own, and comes back from it through the network's copy.
  await expect(app.badge).not.toContainText('à envoyer', { timeout: 60_000 });
  expect(app.problems).toEqual([]);
});
