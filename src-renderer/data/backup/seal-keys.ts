import type { SealKey } from './backup-seal.ts';

const DATABASE = 'sillon-seal-keys';
const STORE = 'keys';

/** Keys by account, kept as the browser's own key objects: usable here, without a network, and not to be copied out. */
export async function findSealKey(id: string): Promise<SealKey | undefined> {
  return withStore('readonly', (store) => store.get(id) as IDBRequest<SealKey | undefined>);
}

export async function saveSealKey(id: string, key: SealKey): Promise<void> {
  await withStore('readwrite', (store) => store.put(key, id));
}

async function withStore<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE);
  };
  const database = await settle(opening);
  try {
    return await settle(run(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the key store failed'));
    };
  });
}
