/** What a transfer is given: where to tell how far it got, and when to stop. */
export interface TransferSignals {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}
