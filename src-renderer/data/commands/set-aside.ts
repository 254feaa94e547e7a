import type { AppError } from '../../../shared/core/errors.ts';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import { reviseRecord } from '../../../shared/records/write-record.ts';
import type { BookStore } from '../book-store.ts';
import type { DeviceFact } from '../collection-schema.ts';
import type { DeviceFacts } from '../device-facts.ts';
import { removeRecord } from '../storage-access.ts';

const KIND = 'setAside';

/** A record that the server never took and that a person took out of the book; it is kept on this device. */
export interface SetAside {
  readonly record: AnyRecord;
  readonly at: string;
}

/**
 * Whether a refused record may be set aside: nothing of it is on the server, so that nothing there changes, and it is no
 * issued invoice, which a customer may hold.
 */
export function canSetAside(record: AnyRecord, error: AppError): boolean {
  const isHandedOut = record.type === 'invoice' && record.status !== 'draft';
  return error.code === 'period.closed' && record.rev === '' && !isHandedOut;
}

/** Takes a refused record out of the book and keeps it with the device. Errors: `record.notFound`, those of a write. */
export async function setAside(store: BookStore, id: string): Promise<Result<void>> {
  const { facts, collections, context, account } = store.parts;
  const record = store.find(id);
  const collection = account.role === 'supportTeam' ? collections.network : collections.book;
  if (record?.rev !== '' || collection === undefined) {
    return fail(appError('record.notFound', `${id} is not here alone`));
  }
  // Kept first: a crash in between leaves it twice, never nowhere.
  await facts.put({ id: `${KIND}:${id}`, kind: KIND, at: context.clock(), body: { record } });
  return removeRecord(collection, id);
}

/** Puts it into the book again, to be sent. Errors: `record.notFound`, those of a write (`period.closed`). */
export async function bringBack(store: BookStore, id: string): Promise<Result<void>> {
  const { facts, context } = store.parts;
  const fact = await facts.get(`${KIND}:${id}`);
  if (fact === undefined) return fail(appError('record.notFound', `${id} is not set aside`));
  const after = reviseRecord(context, toSetAside(fact).record, {});
  if (store.find(id) === undefined) {
    const done = await store.write('sentAgain', [{ before: undefined, after }]);
    if (!done.ok) return done;
  }
  await facts.remove(fact.id);
  return ok(undefined);
}

/** Follows what is set aside on this device, in every window. */
export function watchSetAside(facts: DeviceFacts, listener: (found: readonly SetAside[]) => void): () => void {
  return facts.watch(KIND, (found) => {
    listener(found.map(toSetAside));
  });
}

function toSetAside({ at, body }: DeviceFact): SetAside {
  return { at, record: body['record'] as AnyRecord }; // written by setAside only
}
