import type { Result } from '../../shared/core/result.ts';
import { ok } from '../../shared/core/result.ts';
import { chunkIds } from '../../shared/receipts/receipt-chunks.ts';
import type { DeviceFacts } from '../data/device-facts.ts';
import { compareChunks } from './compare-chunks.ts';
import type { ReceiptFact } from './receipt-facts.ts';
import { noteProblem, noteReleased } from './receipt-facts.ts';
import type { RemoteReceipts } from './remote-receipts.ts';
import type { ReceiptVault } from './vault.ts';

/** What a release did. */
export interface Released {
  readonly count: number;
  readonly bytes: number;
}

interface Parts {
  readonly vault: ReceiptVault;
  readonly facts: DeviceFacts;
  readonly open: (database: string) => RemoteReceipts;
}

/**
 * Takes receipts off this device, one after the other, each only after the server answered now that it holds every chunk with
 * the right digest. `isEnough` is asked before each. Errors: those of the network and of the vault; what was released
 * before stays released.
 */
export async function releaseReceipts(
  parts: Parts,
  receipts: readonly ReceiptFact[],
  isEnough: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<Result<Released>> {
  let released: Released = { count: 0, bytes: 0 };
  for (const receipt of receipts) {
    if (await isEnough()) break;
    const done = await releaseOne(parts, receipt);
    if (!done.ok) return done;
    if (done.value) released = { count: released.count + 1, bytes: released.bytes + receipt.sizeBytes };
  }
  return ok(released);
}

/** Whether it was released; what the server does not hold as it was sent is kept and noted. */
async function releaseOne({ vault, facts, open }: Parts, receipt: ReceiptFact): Promise<Result<boolean>> {
  const remote = open(receipt.database);
  const compared = await compareChunks(vault, remote, chunkIds(receipt.sha256, receipt.sizeBytes));
  await remote.close();
  if (!compared.ok) return compared;
  const { missing, altered } = compared.value;
  if (missing.length + altered.length > 0) {
    await noteProblem(facts, receipt, altered.length > 0 ? 'receipt.altered' : 'receipt.notOnServer');
    return ok(false);
  }
  const removed = await vault.remove(receipt);
  if (!removed.ok) return removed;
  await noteReleased(facts, receipt);
  return ok(true);
}
