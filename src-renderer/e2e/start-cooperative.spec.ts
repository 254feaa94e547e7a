import { expect, test } from '@playwright/test';
import { french } from '../i18n/fr/french.ts';
import { App } from './support/app.ts';
import { noteExpense } from './support/month-steps.ts';
import type { SillonServer } from './support/sillon-server.ts';
import { runServerCommand, startSillon } from './support/sillon-server.ts';

const { errors, rules, welcome } = french;
let server: SillonServer;

test.beforeAll(async () => {
  server = await startSillon({ isDemo: false });
});
test.afterAll(async () => {
  await server.stop();
});

/** Enrols a person; resolves with their code. */
async function enrol(args: readonly string[]): Promise<string> {
  const { output, code } = await runServerCommand(['enrol', ...args, '--data', server.dataDir]);
  expect(code, output).toBe(0);
  return /code\s+(\S+)/.exec(output)?.[1] ?? '';
}

async function joinWithCode(app: App, code: string): Promise<void> {
  await app.page.getByTestId('choice-join').click();
  await app.page.getByLabel(new RegExp(`^${welcome.code}`)).fill(code);
  await app.page.getByLabel(new RegExp(`^${welcome.newPassword}`)).fill('le ruisseau gelé');
  await app.page.getByLabel(new RegExp(`^${welcome.repeatPassword}`)).fill('le ruisseau gelé');
  await app.page.getByTestId('join').click();
  await app.expectUpToDate();
}

test('a cooperative without settings starts them; a member’s account is then computed', async ({ browser }) => {
  test.setTimeout(180_000);
  const coordinator = await App.open(await browser.newContext(), server.url);
  await joinWithCode(coordinator, await enrol(['--support', '--name', 'Nadia Roy']));
  const code = await enrol(['--new', 'Ferme des Aulnes', '--name', 'Jeanne Petit']);
  // What is missing is told to who can enter it, not as if the activity were theirs.
  const row = coordinator.page.getByRole('row').filter({ hasText: 'Ferme des Aulnes' });
  await expect(row).toContainText(errors['salary.noContract_supportTeam']);
  await coordinator.goTo('rules');
  await coordinator.page.getByTestId('start-cooperative').click();
  const form = coordinator.page.getByRole('form', { name: rules['identity.start'] });
  await form.getByLabel(rules['field.legalName']).fill('Les Aulnes');
  await form.getByLabel(rules['field.siren']).fill('732 829 321');
  await form.getByLabel(rules['field.line1'], { exact: true }).fill('1 place du Marché');
  await form.getByLabel(rules['field.city']).fill('Lormes');
  await form.getByLabel(rules['field.shareCapitalCents']).fill('15000');
  const first = form.getByRole('group', { name: rules['identity.firstRule'] });
  await first.getByLabel(rules['field.ratePpm']).fill('11,5');
  await first.getByLabel(rules['field.source']).fill('Assemblée générale');
  const employer = form.getByRole('group', { name: rules['employer.title'] });
  await employer.getByLabel(rules['field.headcount']).fill('12');
  await employer.getByLabel(rules['field.atmpRatePpm']).fill('1,1');
  await employer.getByLabel(rules['field.source']).fill('Notification de la Carsat');
  await form.getByTestId('save-rule').click();
  await expect(form.locator('[data-error="rules.invalid"]')).toContainText(rules['field.siren']);
  await form.getByLabel(rules['field.siren']).fill('732 829 320');
  await form.getByTestId('save-rule').click();
  await expect(coordinator.page.getByTestId('contribution-rules')).toContainText('11,5 %');
  await coordinator.goTo('sync');
  await coordinator.page.getByTestId('sync-now').click();
  await coordinator.expectUpToDate();

  const member = await App.open(await browser.newContext(), server.url);
  await joinWithCode(member, code);
  await member.goTo('dashboard');
  expect(await member.figure('balance')).toMatch(/^0,00/);
  // The bars of an account that never was above zero still start at zero.
  await noteExpense(member, 'Outils', '120');
  await member.goTo('dashboard');
  expect(await member.figure('balance')).toMatch(/^−100,00/);
  await expect(member.page.getByTestId('balance-chart').getByText(/^0\s€$/)).toBeVisible();
  expect([...member.problems, ...coordinator.problems]).toEqual([]);
});
