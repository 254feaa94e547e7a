import { addTokenKey, dropTokenKey, takesTokens } from '../couch/token-keys.ts';
import type { KeyRing, RetiringKey } from '../http/key-ring.ts';
import type { OpenCouch } from '../open-couch.ts';
import { StartError } from '../start-error.ts';

/** Replaces the signing key and lets the old one go when its last token has ended. */
export interface KeyRotation {
  readonly rotate: () => Promise<RetiringKey>;
  /** How many replaced keys are still accepted. */
  readonly retiring: () => number;
  /** Drops what has ended meanwhile and waits for the rest. */
  readonly start: () => Promise<void>;
  readonly close: () => void;
}

export function openKeyRotation(
  ring: KeyRing,
  { couch, setTokenKeys }: OpenCouch,
  log: (line: string) => void,
  nowMs: () => number = Date.now,
): KeyRotation {
  let timer: NodeJS.Timeout | undefined;
  const dropEnded = async (): Promise<void> => {
    await ring.dropEnded((keyId) => (setTokenKeys === undefined ? dropTokenKey(couch, keyId) : Promise.resolve()));
    setTokenKeys?.(ring.publicKeys());
  };
  const schedule = (): void => {
    clearTimeout(timer);
    const [next] = ring
      .retiring()
      .map(({ until }) => Date.parse(until))
      .sort((one, other) => one - other);
    if (next === undefined) return;
    timer = setTimeout(() => void dropAndGoOn(), Math.max(next - nowMs(), 1_000));
    timer.unref();
  };
  const dropAndGoOn = async (): Promise<void> => {
    await dropEnded().catch((error: unknown) => {
      log(`an old signing key will be dropped later: ${error instanceof Error ? error.message : 'unknown failure'}`);
    });
    schedule();
  };
  return {
    rotate: async () => {
      const old = await ring.rotate(async (next) => {
        if (setTokenKeys === undefined) await addTokenKey(couch, next);
        else setTokenKeys({ ...ring.publicKeys(), [next.keyId]: next.publicKeyPem });
        if (await takesTokens(couch.url, next)) return;
        if (setTokenKeys === undefined) await dropTokenKey(couch, next.keyId);
        throw new StartError('The database does not accept the new key. Nothing was changed; the old key goes on.');
      });
      schedule();
      return old;
    },
    retiring: () => ring.retiring().length,
    start: dropAndGoOn,
    close: () => {
      clearTimeout(timer);
    },
  };
}
