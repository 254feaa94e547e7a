import { addTokenKey, dropTokenKey, takesTokens } from '../keys/token-keys.ts';
import type { KeyRing, RetiringKey } from '../keys/key-ring.ts';
import type { OpenCouch } from '../system/open-couch.ts';
import { StartError } from '../data-folder/start-error.ts';
import { openAwayNodes } from './away-nodes.ts';

/** A key that could not be dropped (a node of the cluster is away) is tried again this often. */
const DROP_AGAIN_MS = 30_000;

/** Replaces the signing key and lets the old one go when its last token has ended. */
export interface KeyRotation {
  readonly rotate: () => Promise<RetiringKey>;
  /** How many replaced keys are still accepted. */
  readonly retiring: () => number;
  /** Nodes of the cluster that are away and will be told the keys when they are back. */
  readonly nodesAway: () => readonly string[];
  /** Drops what has ended meanwhile and waits for the rest; `nodesAway` did not hear of the present key. */
  readonly start: (nodesAway?: readonly string[]) => Promise<void>;
  readonly close: () => void;
}

export function openKeyRotation(
  ring: KeyRing,
  { couch, setTokenKeys }: OpenCouch,
  log: (line: string) => void,
  nowMs: () => number = Date.now,
): KeyRotation {
  let timer: NodeJS.Timeout | undefined;
  const away = openAwayNodes(couch, ring.publicKeys, log);
  /** An old key is kept in mind until every node has dropped it: one that was away would accept it again. */
  const withdraw = async (keyId: string): Promise<void> => {
    const [node] = setTokenKeys === undefined ? await dropTokenKey(couch, keyId) : [];
    if (node !== undefined) throw new Error(`${node} is away`);
  };
  const dropEnded = async (): Promise<void> => {
    await ring.dropEnded(withdraw);
    setTokenKeys?.(ring.publicKeys());
  };
  const schedule = (): void => {
    clearTimeout(timer);
    const [next] = ring
      .retiring()
      .map(({ until }) => Date.parse(until))
      .sort((one, other) => one - other);
    if (next === undefined) return;
    // What has ended already and is still here could not be dropped.
    const waitMs = next > nowMs() ? next - nowMs() : DROP_AGAIN_MS;
    timer = setTimeout(() => void dropAndGoOn(), Math.max(waitMs, 1_000));
    timer.unref();
  };
  let lastSaid = '';
  const dropAndGoOn = async (): Promise<void> => {
    let failure = '';
    await dropEnded().catch((error: unknown) => {
      failure = error instanceof Error ? error.message : 'unknown failure';
    });
    if (failure !== '' && failure !== lastSaid) log(`an old signing key will be dropped later: ${failure}`);
    lastSaid = failure;
    schedule();
  };
  return {
    rotate: async () => {
      let nodesAway: readonly string[] = [];
      const old = await ring.rotate(async (next) => {
        if (setTokenKeys === undefined) nodesAway = await addTokenKey(couch, next);
        else setTokenKeys({ ...ring.publicKeys(), [next.keyId]: next.publicKeyPem });
        if (await takesTokens(couch.url, next)) return;
        if (setTokenKeys === undefined) await dropTokenKey(couch, next.keyId);
        throw new StartError('The database does not accept the new key. Nothing was changed; the old key goes on.');
      });
      away.note(nodesAway);
      schedule();
      return old;
    },
    retiring: () => ring.retiring().length,
    nodesAway: away.list,
    start: async (nodesAway = []) => {
      away.note(nodesAway);
      await dropAndGoOn();
    },
    close: () => {
      away.close();
      clearTimeout(timer);
    },
  };
}
