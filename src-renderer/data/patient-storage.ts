import type { RxStorage, RxStorageInstance } from 'rxdb';
import { toStoreError } from './storage-access.ts';

/** RxDB names its writes for the exchange so, and the one with which it begins. */
const EXCHANGE = /^replication-|^add-connected-storage-to-collection$/;
/** A full disk is asked again after this long. */
const RETRY_MS = 5_000;

/** A storage that waits for room, until somebody closes. */
export interface PatientStorage<Internals, Options> {
  readonly storage: RxStorage<Internals, Options>;
  /** Waits no more and writes nothing more for the exchange, as if the power had gone: what it had to write comes again. */
  readonly giveUp: () => void;
}

/**
 * Makes the writes for the exchange wait while the disk is full: RxDB's replication gives up for good at the first that fails,
 * and would neither send nor bring anything until the next start. What a person writes fails at once, as before.
 */
export function patientStorage<Internals, Options>(
  storage: RxStorage<Internals, Options>,
): PatientStorage<Internals, Options> {
  let giveUp: () => void = () => undefined;
  const over = new Promise<'over'>((resolve) => {
    giveUp = () => {
      resolve('over');
    };
  });
  const create = storage.createStorageInstance.bind(storage);
  storage.createStorageInstance = async (params) => {
    const instance = await create(params);
    makePatient(instance, over);
    return instance;
  };
  return { storage, giveUp };
}

function makePatient<RecordType, Internals, Options>(
  instance: RxStorageInstance<RecordType, Internals, Options>,
  over: Promise<'over'>,
): void {
  const write = instance.bulkWrite.bind(instance);
  instance.bulkWrite = async (rows, context) => {
    if (!EXCHANGE.test(context)) return write(rows, context);
    let pause: Promise<unknown> = Promise.resolve();
    while ((await Promise.race([over, pause])) !== 'over') {
      try {
        return await write(rows, context);
      } catch (error) {
        if (toStoreError(error).code !== 'store.full') throw error;
        pause = new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    return { error: [] };
  };
}
