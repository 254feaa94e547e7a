import type { Page } from '@playwright/test';

/**
 * Puts `count` ledger entries, spread over the last three years, into the local store of the open account, in the form
 * the store writes them. Far quicker than typing; the application reads them as its own at the next opening.
 */
export async function fillLedger(page: Page, count: number): Promise<void> {
  await page.evaluate(async (total) => {
    const name = (await indexedDB.databases())
      .map((database) => database.name ?? '')
      .find((one) => one.includes('lea-morvan') && one.endsWith('book'));
    if (name === undefined) throw new Error('no book on this device');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('the book does not open'));
    });
    const read = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the book cannot be read'));
      });
    const docs = () => database.transaction('docs', 'readwrite').objectStore('docs');
    const known = (await read(docs().getAll())) as { type: string; body: object }[];
    const model = known.find(({ type }) => type === 'ledgerEntry');
    if (model === undefined) throw new Error('no entry to copy');
    for (let start = 0; start < total; start += 2_000) {
      const store = docs();
      for (let index = start; index < Math.min(total, start + 2_000); index += 1) {
        const date = new Date(Date.now() - ((index * 1_095) / total) * 86_400_000).toISOString().slice(0, 10);
        const label = `Mouvement ${String(index)} repère ${String(index % 97)}`;
        const body = { ...model.body, label, amountCents: (index % 90_000) - 30_000, vatCents: 0 };
        store.put({ ...model, id: `ledgerEntry:B${String(index).padStart(10, '0')}`, date, body });
      }
      await new Promise((resolve) => {
        store.transaction.oncomplete = resolve;
      });
    }
    database.close();
  }, count);
}
