import type { Browser } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { FixtureFigures, FixturePerson } from '../../build/fixtures/fixture-files.ts';
import {
  listFixtures,
  readFixtureDevice,
  readFixtureFigures,
  unpackDataFolder,
} from '../../build/fixtures/fixture-files.ts';
import { restoreDatabases } from '../../build/fixtures/indexeddb-copy.ts';
import { readServer } from '../../build/fixtures/read-server.ts';
import { formatMoney } from '../../shared/money/format.ts';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { plain } from './support/downloads.ts';
import { expectReceiptShown, openReceipt } from './support/receipt-steps.ts';
import { exchange, fillRule, openNewRule } from './support/rules-steps.ts';
import { startSillon } from './support/sillon-server.ts';

/** In the one record of the cooperative's settings, written by the coordinator and not sent. */
const UNSENT_RULE = 'contribution-pas-envoyee';

interface OpenedDevice {
  readonly app: App;
  /** Lets the server be reached. */
  readonly letThrough: () => Promise<void>;
}

/** Of the member's own device. */
interface OwnFigures {
  readonly activities: readonly { readonly balanceCents: number; readonly availableCents: number }[];
}

/** A browser profile as that version left it, its server out of reach until `letThrough` is called. */
async function openDevice(
  browser: Browser,
  url: string,
  { version, person }: { version: string; person: FixturePerson },
): Promise<OpenedDevice> {
  const { day, password, accounts } = readFixtureFigures(version);
  const profile = await browser.newContext({ serviceWorkers: 'block' });
  await profile.clock.install({ time: `${day}T12:00:00.000Z` });
  const blank = `${url}/blank`;
  await profile.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await profile.route(/\/(api|couch)\//, (route) => route.abort());
  const app = await App.open(profile, blank);
  await app.page.evaluate(restoreDatabases, readFixtureDevice(version, person));
  await app.page.goto(url);
  await app.page.getByRole('radio', { name: new RegExp(accounts[person].displayName) }).check();
  await app.page.getByLabel(new RegExp(`^${french.welcome.password}`)).fill(password);
  await app.page.getByTestId('sign-in').click();
  await expect(app.badge).toContainText(french.sync.toSend_one.replace('{{count}}', '1'));
  return { app, letThrough: () => profile.unroute(/\/(api|couch)\//) };
}

/** The member's account in euros as it was shown then, and a receipt that is kept on the device. */
async function expectOwnFigures(app: App, { member }: FixtureFigures): Promise<void> {
  const [own] = (member as OwnFigures).activities;
  if (own === undefined) throw new Error('the member has an activity');
  const euros = (cents: number): string => plain(formatMoney(cents, 'EUR', 'fr'));
  await app.goTo('dashboard');
  expect(plain(await app.figure('balance'))).toBe(euros(own.balanceCents));
  expect(plain(await app.figure('available'))).toBe(euros(own.availableCents));
  await app.goTo('expenses');
  await openReceipt(app, 'Quincaillerie avec justificatif');
  await expectReceiptShown(app);
  await app.page.keyboard.press('Escape');
}

async function expectUnsentRule(app: App): Promise<void> {
  await app.goTo('rules');
  await expect(app.page.getByTestId('contribution-rules')).toContainText(UNSENT_RULE);
}

/**
 * The server is there again. It takes the settings no more in the one record that holds the rule: the coordinator reads why,
 * gives way, and makes the change again.
 */
async function doAgain({ app, letThrough }: OpenedDevice): Promise<void> {
  await letThrough();
  await app.goTo('sync');
  await app.page.getByRole('button', { name: french.syncDetails.exchangeNow }).click();
  const refused = app.page.getByTestId('refused-item');
  await expect(refused).toContainText(french.recordTypes.cooperativeSettings, { timeout: 30_000 });
  await expect(refused).toContainText(french.errors['record.retired']);
  await expect(refused.getByTestId('send-again')).toHaveCount(0);
  await expectUnsentRule(app);
  await app.goTo('sync');
  await refused.getByTestId('take-server').click();
  await expect(app.page.getByTestId('set-aside-item')).toHaveCount(1, { timeout: 30_000 });
  await app.goTo('rules');
  await expect(app.page.getByTestId('contribution-rules')).not.toContainText(UNSENT_RULE);
  const form = await openNewRule(app);
  await fillRule(form, { version: UNSENT_RULE, from: '2027-01-01', source: 'Assemblée générale' });
  await form.getByLabel(french.rules['field.ratePpm'], { exact: true }).fill('11');
  await form.getByTestId('save-rule').click();
  await expectUnsentRule(app);
  await exchange(app);
}

/** The server is there again. */
async function sendAll({ app, letThrough }: OpenedDevice): Promise<void> {
  await letThrough();
  await app.goTo('sync');
  await app.page.getByRole('button', { name: french.syncDetails.exchangeNow }).click();
  await app.expectUpToDate();
}

for (const version of listFixtures()) {
  test(`devices of version ${version} open with their figures, then send what they had not sent or make it again`, async ({
    browser,
  }) => {
    const fixture: FixtureFigures = readFixtureFigures(version);
    const server = await startSillon({ isDemo: false, prepare: (dataDir) => unpackDataFolder(version, dataDir) });
    try {
      const [member, coordinator] = await Promise.all([
        openDevice(browser, server.url, { version, person: 'member' }),
        openDevice(browser, server.url, { version, person: 'coordinator' }),
      ]);
      await Promise.all([expectOwnFigures(member.app, fixture), expectUnsentRule(coordinator.app)]);
      await Promise.all([sendAll(member), doAgain(coordinator)]);
      const { account } = fixture.accounts.coordinator;
      const held = async (): Promise<string> => JSON.stringify(await readServer(server.url, account, fixture.password));
      await expect.poll(held).toContain(fixture.pending.member[0]);
      const { commons } = await readServer(server.url, account, fixture.password);
      expect(commons.filter((record) => JSON.stringify(record).includes(UNSENT_RULE)).map(({ id }) => id)).toEqual([
        'contributionRules:main',
      ]);
      expect([...member.app.problems, ...coordinator.app.problems]).toEqual([]);
    } finally {
      await server.stop();
    }
  });
}
