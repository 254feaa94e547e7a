import type PouchDB from 'pouchdb-core';
import { CHUNK_ATTACHMENT } from '../../shared/receipts/receipt-chunks.ts';
import type { Chunk } from './chunk-documents.ts';
import type { RemoteReceipts } from './remote-receipts.ts';
import type { ReceiptKey } from './vault.ts';
import { checkBytes, joinChunks } from './vault.ts';

/** Ways to put leaves together that are tried; a receipt of many parts with many leaves each is nobody's accident. */
const MOST_TRIES = 64;

/**
 * Whether the server holds a part with this digest beside the one it shows. Two servers on one database that take the same
 * part at the same moment may leave two, and which of them is shown is not up to who came first.
 */
export async function hasLeaf(database: PouchDB.Database, id: string, digest: string | undefined): Promise<boolean> {
  for (const rev of await readLeaves(database, id)) {
    const leaf = await database.get(id, { rev });
    if (leaf._attachments?.[CHUNK_ATTACHMENT]?.digest === digest) return true;
  }
  return false;
}

/**
 * The parts of a receipt among all that the server holds of each, when those at hand do not give it; `undefined` when no
 * choice does. Throws what the requests throw.
 */
export async function findFitting(
  remote: RemoteReceipts,
  key: ReceiptKey,
  parts: readonly Chunk[],
): Promise<readonly Chunk[] | undefined> {
  const choices: Chunk[][] = [];
  for (const part of parts) {
    const choice = [part];
    for (const rev of await readLeaves(remote.database, part.id)) {
      const blob = await remote.database.getAttachment(part.id, CHUNK_ATTACHMENT, { rev });
      choice.push({ id: part.id, bytes: new Uint8Array(await blob.arrayBuffer()) });
    }
    choices.push(choice);
  }
  const all = Math.min(
    MOST_TRIES,
    choices.reduce((product, { length }) => Math.min(MOST_TRIES, product * length), 1),
  );
  for (let trial = 0; trial < all; trial += 1) {
    const chosen = choose(choices, trial);
    const bytes = await joinChunks(chosen.map((chunk) => new Uint8Array(chunk.bytes)));
    if (checkBytes(key, bytes).ok) return chosen;
  }
  return undefined;
}

/** The choice of a number, each place of which counts the leaves of one part. */
function choose(choices: readonly (readonly Chunk[])[], trial: number): Chunk[] {
  let rest = trial;
  return choices.flatMap((choice) => {
    const chunk = choice[rest % choice.length];
    rest = Math.floor(rest / choice.length);
    return chunk === undefined ? [] : [chunk];
  });
}

/** The revision that is shown, and those beside it. */
async function readLeaves(database: PouchDB.Database, id: string): Promise<readonly string[]> {
  const { _rev: shown, _conflicts: others = [] } = await database.get(id, { conflicts: true });
  return [shown, ...others];
}
