import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import { addDays } from '../../../shared/time/plain-date.ts';
import { french } from '../../i18n/fr/french.ts';
import type { App } from './app.ts';

const { rules } = french;

/** Closes the months up to one; an empty text opens all again. */
export async function closeMonths(app: App, month: string): Promise<void> {
  await app.goTo('rules');
  await app.page.getByTestId('tab-year').click();
  await app.page.getByLabel(rules['year.closedThrough']).selectOption(month);
  await app.page.getByTestId('save-year').click();
  await expect(app.page.getByTestId('save-year')).toBeDisabled();
}

/** Opens the form of a new contribution rule. */
export async function openNewRule(app: App): Promise<Locator> {
  await app.page.getByTestId('add-contribution-rules').click();
  const form = app.page.getByRole('form', { name: rules['contribution.add'] });
  await expect(form).toBeVisible();
  return form;
}

export async function fillRule(
  form: Locator,
  { version, from, source }: { version: string; from: string; source: string },
): Promise<void> {
  await form.getByLabel(rules['field.version']).fill(version);
  await form.getByLabel(rules['field.from']).fill(from);
  await form.getByLabel(rules['field.source']).fill(source);
}

/** Says that a rule is for one status. */
export async function chooseStatus(form: Locator, status: string): Promise<void> {
  await form.getByLabel(rules.audience).selectOption('statuses');
  await form.getByRole('combobox', { name: rules['field.statuses'] }).focus();
  await form.page().keyboard.press('ArrowDown');
  await form.page().getByRole('option', { name: status }).click();
  // The key closes the list, not the form around it.
  await form.page().keyboard.press('Escape');
  await expect(form.page().getByRole('option', { name: status })).toBeHidden();
  await expect(form).toBeVisible();
}

/** Fills tiers, the last one open. */
export async function fillTiers(
  form: Locator,
  tiers: readonly { readonly upTo?: string; readonly rate: string }[],
): Promise<void> {
  await form.getByLabel(rules.rateKind).selectOption('tiers');
  for (let count = 2; count < tiers.length; count += 1) {
    await form.getByRole('button', { name: rules.addTier }).click();
  }
  for (const [index, { upTo, rate }] of tiers.entries()) {
    const place = String(index + 1);
    if (upTo !== undefined) await form.getByLabel(rules.tierUpTo.replace('{{position}}', place)).fill(upTo);
    await form.getByLabel(rules.tierRate.replace('{{position}}', place), { exact: true }).fill(rate);
  }
}

/** Tries to save and reads why that is refused. */
export async function expectRefused(form: Locator, code: string, words: string): Promise<void> {
  await form.getByTestId('save-rule').click();
  await expect(form.locator(`[data-error="${code}"]`)).toContainText(words);
}

/** Exchanges with the server at once. */
export async function exchange(app: App): Promise<void> {
  await app.goTo('sync');
  const heard = app.page.waitForResponse((response) => response.url().includes('/commons/_changes'));
  await app.page.getByRole('button', { name: french.syncDetails.exchangeNow }).click();
  await heard;
  await app.expectUpToDate();
}

export function dayBefore(date: string): string {
  return addDays(date, -1);
}
