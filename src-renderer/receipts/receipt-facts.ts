import type { ErrorCode } from '../../shared/core/errors.ts';
import type { DeviceFact } from '../data/collection-schema.ts';
import type { DeviceFacts } from '../data/device-facts.ts';
import type { ReceiptKey } from './vault.ts';

const KIND = 'receipt';

/** What this device knows of one receipt it keeps or kept. */
export interface ReceiptFact extends ReceiptKey {
  /** The server's database it belongs to. */
  readonly database: string;
  readonly keptAt: string;
  /** Instant at which the server was seen to hold all of it; empty before. */
  readonly verifiedAt: string;
  /** Taken off this device to make room; the server has it. */
  readonly isReleased: boolean;
  /** Code of what keeps it from being sent; empty when nothing does. */
  readonly problem: string;
}

/** Notes that the bytes of a receipt are on this device now. */
export function noteKept(facts: DeviceFacts, at: string, key: ReceiptKey, database: string): Promise<void> {
  return change(facts, key, (known) => ({
    ...(known ?? { verifiedAt: '', problem: '' }),
    ...key,
    database,
    keptAt: at,
    isReleased: false,
  }));
}

/** Notes that the server holds all of it. */
export function noteVerified(facts: DeviceFacts, at: string, key: ReceiptKey): Promise<void> {
  return change(facts, key, (known) => known && { ...known, verifiedAt: at, problem: '' });
}

/** Notes what keeps it from being sent. */
export function noteProblem(facts: DeviceFacts, key: ReceiptKey, problem: ErrorCode): Promise<void> {
  return change(facts, key, (known) => known && { ...known, problem });
}

/** Notes that its bytes were taken off this device. */
export function noteReleased(facts: DeviceFacts, key: ReceiptKey): Promise<void> {
  return change(facts, key, (known) => known && { ...known, isReleased: true });
}

/** Everything this device knows of receipts, oldest first. */
export async function listReceiptFacts(facts: DeviceFacts): Promise<ReceiptFact[]> {
  return (await facts.list(KIND)).map(toReceiptFact);
}

/** Follows it, in every window. */
export function watchReceiptFacts(facts: DeviceFacts, listener: (known: ReceiptFact[]) => void): () => void {
  return facts.watch(KIND, (found) => {
    listener(found.map(toReceiptFact));
  });
}

async function change(
  facts: DeviceFacts,
  { sha256 }: ReceiptKey,
  decide: (known: ReceiptFact | undefined) => ReceiptFact | undefined,
): Promise<void> {
  const id = `${KIND}:${sha256}`;
  const stored = await facts.get(id);
  const next = decide(stored && toReceiptFact(stored));
  if (next !== undefined) await facts.put({ id, kind: KIND, at: next.keptAt, body: { ...next } });
}

function toReceiptFact(fact: DeviceFact): ReceiptFact {
  return fact.body as unknown as ReceiptFact; // written above only
}
