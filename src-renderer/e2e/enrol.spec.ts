import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { noteSale } from './support/month-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { runServerCommand, startSillon } from './support/sillon-server.ts';

const { errors, welcome } = french;
const JEANNE = { name: 'Jeanne Petit', account: 'jeanne.petit', password: 'le ruisseau gelé' };
const OUMAR = { name: 'Oumar Sow', account: 'oumar.sow', password: 'la colline rouge' };
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: false });
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
