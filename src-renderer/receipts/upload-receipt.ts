import type PouchDB from 'pouchdb-core';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import { compareChunks } from './compare-chunks.ts';
import type { RemoteReceipts } from './remote-receipts.ts';
import type { TransferSignals } from './transfer-signals.ts';
import type { ReceiptKey, ReceiptVault } from './vault.ts';

/**
 * Sends one receipt and makes sure that the server holds all of it. What the server has already is not sent again, so a
 * call after a cut goes on where the cut was. Errors: those of the vault, `receipt.altered` when the server holds other
 * bytes, `record.forbidden` when it refused a chunk, `desktop.cancelled`, those of the network.
 */
export async function uploadReceipt(
  vault: ReceiptVault,
  remote: RemoteReceipts,
  key: ReceiptKey,
  signals: TransferSignals,
): Promise<Result<void>> {
  const local = await vault.get(key);
  if (!local.ok) return local;
  const ids = chunkIds(key.sha256, key.sizeBytes);
  const before = await compareChunks(vault, remote, ids);
  if (!before.ok) return before;
  if (before.value.altered.length > 0) return fail(altered(key));
  const { missing } = before.value;
  const known = ids.length - missing.length;
  signals.onProgress(known / ids.length);
  if (missing.length === 0) return ok(undefined);
  const sent = await sendChunks(vault, remote, missing, signals.signal, (count) => {
    signals.onProgress((known + count) / ids.length);
  });
  if (!sent.ok) return sent;
  const after = await compareChunks(vault, remote, ids);
  if (!after.ok) return after;
  if (after.value.altered.length > 0) return fail(altered(key));
  return after.value.missing.length === 0
    ? ok(undefined)
    : fail(appError('network.serverError', 'the server does not hold every part of the receipt'));
}

/** One chunk a request, one request after the other: what a cut wastes is one chunk at most. */
async function sendChunks(
  vault: ReceiptVault,
  remote: RemoteReceipts,
  ids: readonly string[],
  signal: AbortSignal,
  onSent: (count: number) => void,
): Promise<Result<void>> {
  // The comparison just said that the server has none of them: PouchDB need not ask again before each.
  remote.database.revsDiff = (revisions) =>
    Promise.resolve(Object.fromEntries(Object.entries(revisions).map(([id, missing]) => [id, { missing }])));
  const send = remote.database.bulkDocs.bind(remote.database);
  remote.database.bulkDocs = (batch) => send('docs' in batch ? { ...batch, docs: batch.docs.map(asFirst) } : batch);
  const run = vault.database.replicate.to(remote.database, {
    doc_ids: ids,
    batch_size: 1,
    batches_limit: 1,
    // The comparison before and after says where to go on; checkpoints would be two more requests a chunk.
    checkpoint: false,
  });
  const cancel = (): void => {
    run.cancel();
    remote.abortAll();
  };
  run.on('change', ({ docs_written: count }) => {
    onSent(count);
  });
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    const { errors } = await run;
    const [refused] = errors;
    if (signal.aborted) return fail(appError('desktop.cancelled', 'stopped'));
    return refused === undefined
      ? ok(undefined)
      : fail(toRefusal(refused.reason ?? refused.message ?? 'the server refused a part'));
  } catch (error) {
    // A run that failed may still write: it must be ended (docs/decisions/0004 and 0011).
    cancel();
    return fail(signal.aborted ? appError('desktop.cancelled', 'stopped') : remote.toError(error));
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** A part that was released and fetched has a history here; the server takes first revisions alone. */
function asFirst(document: PouchDB.Revised['docs'][number]): PouchDB.Revised['docs'][number] {
  const hash = document._revisions?.ids.at(-1);
  if (hash === undefined) return document;
  return { ...document, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } };
}

/** The server's reasons start with one of our codes; a person can do something about these alone. */
function toRefusal(reason: string): AppError {
  const known = (['quota.reached', 'receipt.altered'] as const).find((code) => reason.startsWith(`${code}:`));
  return appError(known ?? 'record.forbidden', reason);
}

function altered({ sha256 }: ReceiptKey) {
  return appError('receipt.altered', `the server holds other bytes for receipt ${sha256}`);
}
