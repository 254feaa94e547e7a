import type { RecordOf } from '../../shared/records/registry.ts';
import type { ReceiptFact } from './receipt-facts.ts';

/** A receipt of this device that the server is not known to hold. */
export interface WaitingReceipt extends ReceiptFact {
  /** Whether the server has the expense it belongs to: receipts go after their records. */
  readonly isRecordSent: boolean;
}

/**
 * Receipts that have to be sent, those of the oldest expense first. A receipt that no expense names, or only one that was
 * taken out, stays here.
 */
export function listWaiting(
  expenses: readonly RecordOf<'expense'>[],
  known: readonly ReceiptFact[],
): readonly WaitingReceipt[] {
  const byHash = new Map(known.map((fact) => [fact.sha256, fact]));
  const found = new Map<string, WaitingReceipt>();
  for (const { status, isPending, body } of expenses) {
    const fact = status === 'active' && body.receipt !== undefined ? byHash.get(body.receipt.sha256) : undefined;
    if (fact === undefined || fact.isReleased || fact.verifiedAt !== '') continue;
    const isRecordSent = isPending !== true || found.get(fact.sha256)?.isRecordSent === true;
    found.set(fact.sha256, { ...fact, isRecordSent });
  }
  return [...found.values()];
}
