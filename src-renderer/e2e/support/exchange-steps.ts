import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import { french } from '../../i18n/fr/french.ts';
import type { App } from './app.ts';

const { common, ledger } = french;
/** A line that was bad is tried again after pauses that grow. */
const PATIENCE = { timeout: 60_000 };

/** The row of an entry in the ledger that is on the screen. */
export function entryRow(app: App, label: string): Locator {
  return app.page.getByTestId('ledger-grid').getByRole('row').filter({ hasText: label });
}

/** Looks for entries by their words: older rows of a long ledger are not drawn before. */
export async function searchLedger(app: App, words: string): Promise<void> {
  await app.goTo('ledger');
  await app.page.getByRole('searchbox', { name: ledger.searchText }).fill(words);
}

/** Changes the amount of an entry in the ledger. */
export async function changeAmount(app: App, label: string, amount: string): Promise<void> {
  await app.goTo('ledger');
  await entryRow(app, label)
    .getByRole('button', { name: ledger.editRow.replace('{{label}}', label), exact: true })
    .click();
  const form = app.page.getByTestId('ledger-grid').getByRole('form');
  await form.getByLabel(common.amountIncludingVat).fill(amount);
  await app.page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
}

/** Waits until the ledger shows an entry exactly once, with this amount. */
export async function expectEntry(app: App, label: string, amount: string): Promise<void> {
  await app.goTo('ledger');
  await expect(entryRow(app, label)).toContainText(amount, PATIENCE);
  await expect(entryRow(app, label)).toHaveCount(1);
}

/** Waits until everything went through after the line was bad. */
export async function expectSettled(app: App): Promise<void> {
  await expect(app.badge).not.toContainText('à envoyer', PATIENCE);
  await expect(app.badge).toHaveAttribute('data-phase', 'upToDate', PATIENCE);
}

/** Waits until one version waits for a choice, opens it where it is settled; resolves with its panel. */
export async function openConflict(app: App): Promise<Locator> {
  await expect(app.badge).toContainText(french.sync.conflicts_one.replace('{{count}}', '1'), PATIENCE);
  await app.goTo('sync');
  const conflict = app.page.getByTestId('conflict');
  await expect(conflict).toHaveCount(1);
  return conflict;
}

/** Waits until no version waits for a choice. */
export async function expectNoConflict(app: App): Promise<void> {
  await app.goTo('sync');
  await expect(app.page.getByTestId('conflict')).toHaveCount(0, PATIENCE);
  await expect(app.badge).not.toContainText('à choisir');
}

/** Takes an entry out of the browser's database, as a faulty disk does: the application is told nothing. */
export async function loseEntry(app: App, label: string): Promise<void> {
  const count = await app.page.evaluate(async (text) => {
    const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.endsWith('book'));
    if (name === undefined) throw new Error('no book');
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => {
        reject(new Error('cannot open'));
      };
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('docs', 'readwrite');
        const docs = transaction.objectStore('docs');
        const reading = docs.getAll();
        let lost: { id: string }[] = [];
        reading.onsuccess = () => {
          const all = reading.result as { id: string }[];
          lost = all.filter((stored) => stored.id.startsWith('ledgerEntry:') && JSON.stringify(stored).includes(text));
          for (const { id } of lost) docs.delete(id);
        };
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(lost.length);
        };
      };
    });
  }, label);
  expect(count).toBe(1);
}
