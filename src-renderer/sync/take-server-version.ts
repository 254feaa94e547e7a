import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import type { BookStore } from '../data/book-store.ts';
import { isHandedOut, keepAside } from '../data/commands/device/set-aside.ts';
import type { DeviceFact } from '../data/collection-schema.ts';
import type { DeviceFacts } from '../data/device-facts.ts';
import { readByIds, writeRecords } from '../data/storage-access.ts';
import { forgetRefusal } from './refused-records.ts';

const KIND = 'takeServer';

/** Whether the server has a version of a refused record that may stand here instead. */
export function canTakeServerVersion(refused: AnyRecord): boolean {
  return refused.rev !== '' && !isHandedOut(refused);
}

/**
 * Asks for the server's version of a refused record in place of the one here, at the next exchange; the one here is set
 * aside then. Where another version came into place by itself, the refused one is set aside at once. What is written of the
 * record after the wish makes it void. Error: `record.notFound`.
 */
export async function askForServerVersion(store: BookStore, refused: AnyRecord): Promise<Result<void>> {
  const { facts, context } = store.parts;
  const current = store.find(refused.id);
  if (current === undefined) return fail(appError('record.notFound', `${refused.id} is not here`));
  if (current.isPending === true) {
    const body = { recordId: refused.id, edit: current.edits[0] ?? '' };
    await facts.put({ id: factId(refused.id), kind: KIND, at: context.clock(), body });
  } else {
    await keepAside(facts, context.clock(), refused);
    await forgetRefusal(facts, refused.id);
  }
  return ok(undefined);
}

/** Takes the wish back. */
export async function keepOwnVersion(facts: DeviceFacts, recordId: string): Promise<void> {
  await facts.remove(factId(recordId));
}

/** Follows the ids of the records of which the server's version is asked for, in every window. */
export function watchAsked(facts: DeviceFacts, listener: (ids: ReadonlySet<string>) => void): () => void {
  return facts.watch(KIND, (found) => {
    listener(new Set(found.map((fact) => toAsk(fact).recordId)));
  });
}

/**
 * Puts the server's version of what was asked for in place, in the window that exchanges. `read` gives the server's state of
 * records. Nothing of this is a change of the record: the life cycle and closed months have no say, and nothing is sent.
 */
export async function putServerVersions(
  store: BookStore,
  name: DatabaseName,
  read: (records: readonly AnyRecord[]) => Promise<readonly AnyRecord[]>,
): Promise<void> {
  const { facts, context, collections } = store.parts;
  const collection = collections[name];
  const asks = (await facts.list(KIND)).map(toAsk);
  if (asks.length === 0 || collection === undefined) return;
  const here = await readByIds(
    collection,
    asks.map(({ recordId }) => recordId),
  );
  const meant: AnyRecord[] = [];
  for (const { recordId, edit } of asks) {
    const current = here.get(recordId);
    if (current?.edits[0] === edit) meant.push(current);
    else if (current !== undefined) {
      // Already put there before a crash, or written since: in the latter case the next exchange decides of that.
      if (current.isPending !== true) await forgetRefusal(facts, recordId);
      await facts.remove(factId(recordId));
    }
  }
  if (meant.length === 0) return;
  for (const server of await read(meant)) {
    const mine = here.get(server.id);
    if (mine === undefined) continue;
    if (!server.edits.includes(mine.edits[0] ?? '')) {
      // Kept first: a crash in between leaves it twice, never nowhere.
      await keepAside(facts, context.clock(), mine);
      const done = await writeRecords(collection, [{ before: mine, after: server }], 'asGiven');
      // Written at this very moment, or a full disk: the next exchange looks again.
      if (!done.ok) continue;
      store.undoStack.forget([server.id]);
    }
    await forgetRefusal(facts, server.id);
    await facts.remove(factId(server.id));
  }
}

function factId(recordId: string): string {
  return `${KIND}:${recordId}`;
}

function toAsk({ body }: DeviceFact): { readonly recordId: string; readonly edit: string } {
  return { recordId: String(body['recordId']), edit: String(body['edit']) }; // written by askForServerVersion only
}
