import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { CHUNK_ATTACHMENT, CHUNK_BYTES, chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import { toStoreError } from '../data/storage-access.ts';
import type { Chunk } from './chunk-documents.ts';
import { readChunks, removeChunks, replaceChunks, writeChunks } from './chunk-documents.ts';
import { findFitting } from './other-leaves.ts';
import type { RemoteReceipts } from './remote-receipts.ts';
import type { TransferSignals } from './transfer-signals.ts';
import type { ReceiptKey, ReceiptVault } from './vault.ts';
import { checkBytes, joinChunks } from './vault.ts';

/**
 * Brings one receipt from the server to this device, exactly its chunks and only those that are not here. Each is kept as it
 * arrives, so a call after a cut goes on where the cut was. When they do not give the receipt, what the server holds beside
 * them is tried. Errors: `receipt.notOnServer`, `receipt.altered` when what
 * arrived is not what was sent (nothing of it is kept, and nothing that was here before is lost), `desktop.cancelled`, those of the vault and of the network.
 */
export async function fetchReceipt(
  vault: ReceiptVault,
  remote: RemoteReceipts,
  key: ReceiptKey,
  { onProgress, signal }: TransferSignals,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const ids = chunkIds(key.sha256, key.sizeBytes);
  const isStopped = (): boolean => signal.aborted;
  const cut = remote.abortAll;
  signal.addEventListener('abort', cut);
  try {
    const here = await readChunks(vault.database, ids);
    const parts: Chunk[] = [];
    for (const [index, id] of ids.entries()) {
      onProgress(index / ids.length);
      const part = await bring(vault, remote, id, here[index], signal);
      if (!part.ok) return part;
      parts.push({ id, bytes: part.value });
    }
    const checked = checkBytes(key, await join(parts));
    if (checked.ok) return checked;
    const brought = ids.filter((_id, index) => here[index] === undefined);
    const fitting = await tryLeaves(remote, key, parts);
    if (!fitting.ok) return isStopped() ? stopped() : fitting;
    if (fitting.value !== undefined) {
      const changed = fitting.value.filter((chunk) => !parts.includes(chunk));
      await replaceChunks(vault.database, changed);
      return checkBytes(key, await join(fitting.value));
    }
    await removeChunks(vault.database, brought);
    return fail(appError('receipt.altered', `the server holds other bytes for receipt ${key.sha256}`));
  } catch (error) {
    return fail(toStoreError(error));
  } finally {
    signal.removeEventListener('abort', cut);
  }
}

async function bring(
  vault: ReceiptVault,
  remote: RemoteReceipts,
  id: string,
  known: Uint8Array<ArrayBuffer> | undefined,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (known !== undefined) return ok(known);
  const isStopped = (): boolean => signal.aborted;
  if (isStopped()) return stopped();
  const arrived = await download(remote, id);
  if (!arrived.ok) return isStopped() ? stopped() : arrived;
  const bytes = arrived.value;
  if (bytes.length > CHUNK_BYTES) return fail(appError('receipt.altered', `${id} is larger than a part may be`));
  return (await writeChunks(vault.database, [{ id, bytes }]))
    ? ok(bytes)
    : fail(appError('store.writeFailed', 'a part of the receipt was not kept'));
}

function stopped(): Result<never> {
  return fail(appError('desktop.cancelled', 'stopped'));
}

function join(parts: readonly Chunk[]): Promise<Uint8Array<ArrayBuffer>> {
  return joinChunks(parts.map(({ bytes }) => new Uint8Array(bytes)));
}

async function tryLeaves(
  remote: RemoteReceipts,
  key: ReceiptKey,
  parts: readonly Chunk[],
): Promise<Result<readonly Chunk[] | undefined>> {
  try {
    return ok(await findFitting(remote, key, parts));
  } catch (error) {
    return fail(remote.toError(error));
  }
}

async function download(remote: RemoteReceipts, id: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const blob = await remote.database.getAttachment(id, CHUNK_ATTACHMENT);
    return ok(new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    // PouchDB throws the answer itself when there is no such attachment.
    const isMissing = error instanceof Response && error.status === 404;
    return fail(isMissing ? appError('receipt.notOnServer', `${id} is not on the server`) : remote.toError(error));
  }
}
