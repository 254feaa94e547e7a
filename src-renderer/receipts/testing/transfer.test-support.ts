import type { TransferSignals } from '../transfer-signals.ts';

/** Signals of a transfer that note what they were told. */
export function watchTransfer(): TransferSignals & {
  readonly shares: readonly number[];
  readonly controller: AbortController;
} {
  const controller = new AbortController();
  const shares: number[] = [];
  return { controller, shares, signal: controller.signal, onProgress: (share) => shares.push(share) };
}
