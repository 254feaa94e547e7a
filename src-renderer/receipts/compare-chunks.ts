import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { toStoreError } from '../data/storage-access.ts';
import { readDigests } from './chunk-documents.ts';
import { hasLeaf } from './other-leaves.ts';
import type { RemoteReceipts } from './remote-receipts.ts';
import type { ReceiptVault } from './vault.ts';

/** How the chunks of this device stand on the server. */
export interface ChunkComparison {
  /** Not on the server yet. */
  readonly missing: readonly string[];
  /** On the server with other bytes: no longer, or never, what this device keeps. */
  readonly altered: readonly string[];
}

/** Asks the server which of the chunks it holds, and compares the digest of each with the one on this device. One request, and more for
 * a part that the server shows with other bytes: what was sent may stand beside it. */
export async function compareChunks(
  vault: ReceiptVault,
  remote: RemoteReceipts,
  ids: readonly string[],
): Promise<Result<ChunkComparison>> {
  let here: ReadonlyMap<string, string>;
  try {
    here = await readDigests(vault.database, ids);
  } catch (error) {
    return fail(toStoreError(error));
  }
  try {
    const there = await readDigests(remote.database, ids);
    const altered: string[] = [];
    for (const id of ids.filter((id) => here.has(id) && there.has(id) && there.get(id) !== here.get(id))) {
      if (!(await hasLeaf(remote.database, id, here.get(id)))) altered.push(id);
    }
    return ok({ missing: ids.filter((id) => !there.has(id)), altered });
  } catch (error) {
    return fail(remote.toError(error));
  }
}
