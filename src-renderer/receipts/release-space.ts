import type { Result } from '../../shared/core/result.ts';
import { ok } from '../../shared/core/result.ts';
import type { BookStore } from '../data/book-store.ts';
import type { ReceiptFact } from './receipt-facts.ts';
import { listReleasable } from './list-releasable.ts';
import type { Released } from './release-receipts.ts';
import { isSpaceShort } from './storage-pressure.ts';

/** Takes these receipts off the device, each as soon as the server says again that it holds it. */
export async function release(
  store: BookStore,
  receipts: readonly ReceiptFact[],
  fetchLike: typeof fetch,
  isEnough?: () => Promise<boolean>,
): Promise<Result<Released>> {
  if (receipts.length === 0) return ok({ count: 0, bytes: 0 });
  const { account, database, facts } = store.parts;
  const { openRemote, openVault, releaseReceipts } = await import('./library.ts');
  return releaseReceipts(
    { vault: openVault(database.name), facts, open: (name) => openRemote(name, account.account, fetchLike) },
    receipts,
    isEnough,
  );
}

/** Under storage pressure alone: makes room with receipts the server holds, the oldest first, until there is enough. */
export async function relieveSpace(
  store: BookStore,
  known: readonly ReceiptFact[],
  fetchLike: typeof fetch,
): Promise<void> {
  const receipts = listReleasable(known, store.parts.context.clock(), 0);
  if (receipts.length === 0 || !(await isSpaceShort())) return;
  await release(store, receipts, fetchLike, async () => !(await isSpaceShort()));
}
