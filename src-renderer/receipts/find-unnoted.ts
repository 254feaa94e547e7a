import { countChunks } from '../../shared/receipts/receipt-chunks.ts';
import type { ReceiptKey, ReceiptVault } from './vault.ts';

/** Which of these receipts are whole on this device: those of an earlier Sillon, or kept right before a crash, have no note. */
export async function findUnnoted(vault: ReceiptVault, keys: readonly ReceiptKey[]): Promise<readonly ReceiptKey[]> {
  const counts = new Map<string, number>();
  const { rows } = await vault.database.allDocs({ startkey: 'rcpt:', endkey: 'rcpt:\ufff0' });
  for (const { key } of rows) {
    const [, sha256 = ''] = key.split(':');
    counts.set(sha256, (counts.get(sha256) ?? 0) + 1);
  }
  return keys.filter(({ sha256, sizeBytes }) => counts.get(sha256) === countChunks(sizeBytes));
}
