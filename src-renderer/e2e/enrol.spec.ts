import { chromium, expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { download } from './support/downloads.ts';
import { forgeBackup } from './support/forge-backup.ts';
import { noteSale } from './support/month-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { runServerCommand, startSillon } from './support/sillon-server.ts';

const { errors, settings, welcome } = french;
const JEANNE = { name: 'Jeanne Petit', account: 'jeanne.petit', password: 'le ruisseau gelé' };
const OUMAR = { name: 'Oumar Sow', account: 'oumar.sow', password: 'la colline rouge' };
const ADA = { name: 'Ada Fall', password: 'le chemin creux' };
/** Not this computer for the browser: an address without https, as in a hall. */
const OTHER_NAME = 'sillon.test';
const MAUD = { name: 'Maud Blanc', password: 'la rivière calme' };
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: false, publicHost: OTHER_NAME });
});
test.afterAll(async () => {
  await server.stop();
});

/** Asks the server for an enrolment code, as the support team does. */
async function enrolmentCode(args: readonly string[]): Promise<string> {
  const { output, code } = await runServerCommand(['enrol', ...args, '--data', server.dataDir]);
  expect(code, output).toBe(0);
  return /code\s+(\S+)/.exec(output)?.[1] ?? '';
}

/** A field by the start of its label: required ones have a mark behind it. */
const field = (app: App, label: string) => app.page.getByLabel(new RegExp(`^${label}`));

/** From the welcome screen to the form that takes a code. */
async function openJoinForm(app: App): Promise<void> {
  const other = app.page.getByTestId('other-person');
  await expect(other.or(app.page.getByTestId('choice-join'))).toBeVisible();
  if (await other.isVisible()) await other.click();
  await app.page.getByTestId('choice-join').click();
}

async function join(app: App, code: string, password: string): Promise<void> {
  await field(app, welcome.code).fill(code);
  await field(app, welcome.newPassword).fill(password);
  await field(app, welcome.repeatPassword).fill(password);
  await app.page.getByTestId('join').click();
}

async function signIn(app: App, person: typeof JEANNE, password: string): Promise<void> {
  await app.page.getByRole('radio', { name: new RegExp(person.name) }).check();
  await field(app, welcome.password).fill(password);
  await app.page.getByTestId('sign-in').click();
}

test('a code opens an account once; afterwards the password opens it without a network', async ({ context }) => {
  const code = await enrolmentCode(['--new', 'Ferme des Aulnes', '--name', JEANNE.name]);
  const app = await App.open(context, server.url);
  await openJoinForm(app);
  await join(app, 'AAAA-BBBB-CCCC', JEANNE.password);
  await expect(app.page.getByText(errors['enrolment.unknownCode'])).toBeVisible();
  await field(app, welcome.code).fill(code);
  await app.page.getByTestId('join').click();
  await app.expectUpToDate();
  await app.expectInstalled();
  await noteSale(app, 'Première vente', '42');
  await app.expectUpToDate();

  await context.setOffline(true);
  await app.page.close();
  const again = await App.open(context, server.url);
  await signIn(again, JEANNE, 'un autre mot de passe');
  await expect(again.page.getByText(errors['session.wrongPassword'])).toBeVisible();
  await signIn(again, JEANNE, JEANNE.password);
  await again.goTo('ledger');
  await expect(again.page.getByTestId('ledger-grid')).toContainText('Première vente');
  await expect(again.badge).toHaveAttribute('data-phase', 'offline');
  await context.setOffline(false);
  await again.page.getByRole('button', { name: french.common.signOut }).click();

  // The same code a second time is refused in words.
  await openJoinForm(again);
  await join(again, code, JEANNE.password);
  await expect(again.page.getByText(errors['enrolment.usedCode'])).toBeVisible();

  // Somebody else on the same computer has a store of their own.
  const other = await enrolmentCode(['--new', 'Sow traduction', '--name', OUMAR.name]);
  await field(again, welcome.code).fill(other);
  await again.page.getByTestId('join').click();
  await again.expectUpToDate();
  await noteSale(again, 'Vente d’Oumar', '10');
  await expect(again.page.getByTestId('ledger-grid')).not.toContainText('Première vente');
  const stores = await again.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  for (const person of ['jeanne-petit', 'oumar-sow']) {
    expect(stores.some((name) => name.includes(person) && name.endsWith('book'))).toBe(true);
  }
  expect([...app.problems, ...again.problems]).toEqual([]);
});

test('a device that cannot keep books says so and leaves the code alone', async ({ context, launchOptions }) => {
  const code = await enrolmentCode(['--new', 'Pain de Lune', '--name', ADA.name]);
  const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${OTHER_NAME} 127.0.0.1`];
  const browser = await chromium.launch({ ...launchOptions, args });
  try {
    const plain = await App.open(await browser.newContext(), server.url.replace('127.0.0.1', OTHER_NAME));
    expect(await plain.page.evaluate(() => window.isSecureContext)).toBe(false);
    await openJoinForm(plain);
    await expect(plain.page.getByText(errors['device.notSecure'])).toBeVisible();
    await join(plain, code, ADA.password);
    await expect(plain.page.getByText(errors['device.notSecure'])).toBeVisible();
    await expect(plain.page.getByTestId('join')).toBeEnabled();
    // The other doors say the same.
    await plain.page.getByTestId('back').click();
    await plain.page.getByTestId('choice-account').click();
    await expect(plain.page.getByText(errors['device.notSecure'])).toBeVisible();
    await field(plain, welcome.accountName).fill('ada.fall');
    await field(plain, welcome.password).fill(ADA.password);
    await plain.page.getByRole('button', { name: welcome.signIn }).click();
    await expect(plain.page.getByText(errors['device.notSecure'])).toBeVisible();
  } finally {
    await browser.close();
  }

  // A device with too little room.
  const app = await App.open(context, server.url);
  await openJoinForm(app);
  await app.page.evaluate(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 20_000_000, usage: 0 });
  });
  await join(app, code, ADA.password);
  await expect(app.page.locator('[data-error="device.noRoom"]')).toContainText('20 Mo');

  // Neither has used the code up.
  await app.page.reload();
  await openJoinForm(app);
  await join(app, code, ADA.password);
  await app.expectUpToDate();
});

test('an answer that is lost on the way costs no code; a person ends their other devices', async ({ browser }) => {
  const person = { name: 'Bo Lind', account: 'bo.lind', password: 'la mare aux fées' };
  const code = await enrolmentCode(['--new', 'Vannerie Lind', '--name', person.name]);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const first = await App.open(context, server.url);
  await openJoinForm(first);
  // The server does it; the line is cut before its answer.
  await context.route('**/api/enrolments/redeem', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await join(first, code, person.password);
  await expect(first.page.getByText(errors['network.offline'])).toBeVisible();
  await context.unroute('**/api/enrolments/redeem');
  await first.page.reload();
  await openJoinForm(first);
  await join(first, code, person.password);
  await first.expectUpToDate();

  const second = await App.open(await browser.newContext(), server.url);
  await openJoinForm(second);
  await join(second, code, person.password);
  await expect(second.page.getByText(errors['enrolment.usedCode'])).toBeVisible();
  await second.page.getByTestId('back').click();
  await second.page.getByTestId('choice-account').click();
  await field(second, welcome.accountName).fill(person.account);
  await field(second, welcome.password).fill(person.password);
  await second.page.getByRole('button', { name: welcome.signIn }).click();
  await second.expectUpToDate();

  await first.goTo('settings');
  const devices = first.page.getByTestId('devices').getByRole('listitem');
  await expect(devices).toHaveCount(2);
  await expect(devices.first()).toContainText(settings.deviceThis);
  await devices
    .last()
    .getByRole('button', { name: new RegExp(`^${settings.deviceRename}`) })
    .click();
  await devices.last().getByLabel(settings.deviceName).fill('Téléphone de la boutique');
  await first.page.keyboard.press('Enter');
  await expect(devices.last()).toContainText('Téléphone de la boutique');
  await devices.last().getByRole('button', { name: 'Déconnecter Téléphone de la boutique' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: settings.devicesEndConfirm }).click();
  await expect(devices.last()).toContainText(settings.deviceEnded);
  await expect(second.badge).toHaveAttribute('data-phase', 'signIn', { timeout: 30_000 });
  // It says so, and does not come back by itself although its password was just typed.
  await noteSale(second, 'Panier d’osier', '35');
  await second.page.getByTestId('signed-out').getByRole('link', { name: french.sync.signIn }).click();
  await expect(second.page.getByText(french.syncDetails.stateEnded)).toBeVisible();
  await first.goTo('dashboard');
  await first.goTo('settings');
  await expect(devices.last()).toContainText(settings.deviceEnded);
  await first.expectUpToDate();
  // With the password it goes on, and nothing is lost.
  await field(second, french.syncDetails.renewPassword.replace('{{account}}', person.account)).fill(person.password);
  await second.page.getByTestId('renew-session').click();
  await second.expectUpToDate();
  await first.goTo('ledger');
  await expect(first.page.getByTestId('ledger-grid')).toContainText('Panier d’osier');
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test('the coordinator reads who did what', async ({ context }) => {
  const code = await enrolmentCode(['--support', '--name', 'Nadia Roy']);
  const app = await App.open(context, server.url);
  await openJoinForm(app);
  await join(app, code, 'la haie du nord');
  await app.expectUpToDate();
  await app.goTo('audit');
  const table = app.page.getByTestId('audit');
  await expect(table.getByRole('row').nth(1)).toContainText(`${french.audit['kind.join']}nadia.roy`);
  await expect(table).toContainText(french.audit['kind.endDevice']);
  await app.page.getByLabel(new RegExp(`^${french.audit.person}`)).fill('jeanne.petit');
  await app.page.getByRole('button', { name: french.audit.search }).click();
  await expect(table.locator('tbody tr')).toHaveCount(2);
  await expect(table).not.toContainText('nadia.roy');
  expect(app.problems).toEqual([]);
});

test('a backup opens on a new device by its seal; a changed one is refused, one without a seal asks first', async ({
  context,
  browser,
}) => {
  const code = await enrolmentCode(['--new', 'Atelier Blanc', '--name', MAUD.name]);
  const app = await App.open(context, server.url);
  await openJoinForm(app);
  await join(app, code, MAUD.password);
  await noteSale(app, 'Vente du marché', '42');
  await app.expectUpToDate();
  await app.goTo('settings');
  const { bytes } = await download(app, 'backup-save');
  await expect(app.page.getByTestId('backup-saved')).not.toContainText(french.settings.backupNotSealed);

  const elsewhere = await browser.newContext();
  const other = await App.open(elsewhere, server.url);
  const openFile = async (buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([
      other.page.waitForEvent('filechooser'),
      other.page.getByTestId('backup-choose').click(),
    ]);
    await chooser.setFiles({ name: 'livre.sillon', mimeType: 'application/gzip', buffer });
    await field(other, welcome.password).fill(MAUD.password);
    await other.page.getByTestId('backup-open').click();
  };
  await other.page.getByTestId('choice-backup').click();
  await openFile(forgeBackup(bytes, '4200', '9900', 'kept'));
  await expect(other.page.getByText(errors['backup.changed'])).toBeVisible();
  await openFile(forgeBackup(bytes, '4200', '9900', 'dropped'));
  await expect(other.page.getByTestId('backup-unsealed')).toBeVisible();
  await openFile(Buffer.from(bytes));
  await other.goTo('ledger');
  await expect(other.page.getByTestId('ledger-grid')).toContainText('42,00');
  await other.goTo('settings');
  await expect(other.page.getByTestId('restore-note')).toContainText(/réglages? ou décisions?/);

  // In the settings of an open book as well, the same file vouched for by the person.
  const [chooser] = await Promise.all([
    other.page.waitForEvent('filechooser'),
    other.page.getByTestId('backup-restore').click(),
  ]);
  const buffer = forgeBackup(bytes, '4200', '9900', 'dropped');
  await chooser.setFiles({ name: 'livre.sillon', mimeType: 'application/gzip', buffer });
  await expect(other.page.getByTestId('restore-start')).toBeDisabled();
  await other.page.getByTestId('backup-confirm').check();
  await other.page.getByTestId('restore-start').click();
  await expect(other.page.getByTestId('restore-note')).toContainText(/déjà là/);
  await other.goTo('ledger');
  await expect(other.page.getByTestId('ledger-grid')).toContainText('42,00');
  await expect(other.page.getByTestId('ledger-grid')).not.toContainText('99,00');
  expect([...app.problems, ...other.problems]).toEqual([]);
  await elsewhere.close();
});
