import type { Couch } from '../couch/connect.ts';
import { listNodes, workOnNodes } from '../couch-settings/node-settings.ts';
import { addJwtHandler } from '../couch/real-couch.ts';
import { writeTokenKey } from '../keys/token-keys.ts';

const TRY_AGAIN_MS = 5_000;

/** Nodes of a cluster that were away when a key was set, and hear of it when they are back. */
export interface AwayNodes {
  /** Notes that these were away; says so once. */
  readonly note: (nodes: readonly string[]) => void;
  readonly list: () => readonly string[];
  readonly close: () => void;
}

/** `publicKeys` are those that every node must accept now. */
export function openAwayNodes(
  couch: Couch,
  publicKeys: () => Readonly<Record<string, string>>,
  log: (line: string) => void,
  tryAgainMs = TRY_AGAIN_MS,
): AwayNodes {
  // By name; the mark is another one each time a node is noted, so that a try under way does not settle a later note.
  const away = new Map<string, symbol>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const bringKeys = async (node: string): Promise<void> => {
    for (const [keyId, publicKeyPem] of Object.entries(publicKeys())) {
      await writeTokenKey(couch, node, { keyId, publicKeyPem });
    }
    const isRestartNeeded = await addJwtHandler(couch, node);
    log(
      `${node} is back and knows the keys${isRestartNeeded ? '; restart CouchDB there, it takes no tokens yet' : ''}`,
    );
  };
  const tryAgain = async (): Promise<void> => {
    // One that left the cluster for good is not waited for.
    const members = await listNodes(couch);
    const noted = [...away];
    const still = await workOnNodes(
      noted.map(([node]) => node).filter((node) => members.includes(node)),
      bringKeys,
    );
    for (const [node, mark] of noted) if (!still.includes(node) && away.get(node) === mark) away.delete(node);
  };
  const schedule = (): void => {
    clearTimeout(timer);
    if (away.size === 0 || isClosed) return;
    timer = setTimeout(() => {
      // A failure is of the database itself, which says so elsewhere.
      void tryAgain()
        .catch(() => undefined)
        .then(schedule);
    }, tryAgainMs);
    timer.unref();
  };
  return {
    note: (nodes) => {
      for (const node of nodes) {
        if (!away.has(node)) log(`${node} is away and does not know the newest key; it is told when it is back`);
        away.set(node, Symbol(node));
      }
      schedule();
    },
    list: () => [...away.keys()],
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
