import type { DeviceFacts } from '../data/device-facts.ts';

const KIND = 'receiptState';
const PAUSE = 'receipts-pause';
const PROGRESS = 'receipts-progress';

/** Where the sending of receipts stands, in every window of the device. */
export interface ReceiptProgress {
  /**
   * `signIn`: the server does not know this device any more. `waiting`: an error, next try after a pause. `held`: the line
   * is metered and nobody asked for the exchange.
   */
  readonly phase: 'idle' | 'sending' | 'signIn' | 'waiting' | 'held';
  /** The receipt under way; empty when none is. */
  readonly sha256: string;
  /** How much of it the server has, 0 to 1. */
  readonly share: number;
  /** Code of the last error; empty after a success. */
  readonly lastError: string;
}

export interface ReceiptExchangeState {
  readonly isPaused: boolean;
  readonly progress: ReceiptProgress;
}

export const IDLE: ReceiptProgress = { phase: 'idle', sha256: '', share: 0, lastError: '' };

/** Stops the sending of receipts, or lets it go on. Kept on the device until it is changed again. */
export function setPaused(facts: DeviceFacts, at: string, isPaused: boolean): Promise<void> {
  return facts.put({ id: PAUSE, kind: KIND, at, body: { isPaused } });
}

export function saveProgress(facts: DeviceFacts, at: string, progress: ReceiptProgress): Promise<void> {
  return facts.put({ id: PROGRESS, kind: KIND, at, body: { ...progress } });
}

/** Follows the sending of receipts, whichever window does it. */
export function watchExchangeState(facts: DeviceFacts, listener: (state: ReceiptExchangeState) => void): () => void {
  return facts.watch(KIND, (found) => {
    const bodyOf = (id: string) => found.find((fact) => fact.id === id)?.body;
    listener({ isPaused: bodyOf(PAUSE)?.['isPaused'] === true, progress: { ...IDLE, ...bodyOf(PROGRESS) } });
  });
}
