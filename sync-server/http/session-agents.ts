import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';

/** Waiting feeds of a device and what it asks beside them, in two windows. */
export const MOST_OF_SESSION = 24;
const MOST_IDLE_OF_SESSION = 2;
/** How long a session's idle connections are kept. */
const IDLE_MS = 30_000;

interface Pool {
  readonly agent: Agent;
  open: number;
  timer: NodeJS.Timeout | undefined;
}

/** A place for one request on the connections of its session. */
export interface AgentLease {
  readonly agent: Agent;
  readonly done: () => void;
}

/**
 * Connections to the database, kept apart by session: whatever one of them still holds never meets another
 * person's request.
 */
export interface SessionAgents {
  /** `undefined` when the session, or all of them together, have as many requests under way as they may. */
  readonly take: (session: string) => AgentLease | undefined;
  /** The session ended: its connections with it, also those in use. */
  readonly end: (session: string) => void;
  readonly close: () => void;
}

/** `mostInAll` bounds the requests under way, and with them the connections. */
export function openSessionAgents(isTls: boolean, mostInAll: number): SessionAgents {
  const pools = new Map<string, Pool>();
  let openInAll = 0;
  const end = (session: string): void => {
    const pool = pools.get(session);
    pools.delete(session);
    clearTimeout(pool?.timer);
    pool?.agent.destroy();
  };
  const makePool = (): Pool => {
    const options = { keepAlive: true, maxSockets: MOST_OF_SESSION, maxFreeSockets: MOST_IDLE_OF_SESSION };
    return { agent: isTls ? new TlsAgent(options) : new Agent(options), open: 0, timer: undefined };
  };
  return {
    take: (session) => {
      const pool = pools.get(session) ?? makePool();
      if (openInAll >= mostInAll || pool.open >= MOST_OF_SESSION) return undefined;
      pools.set(session, pool);
      clearTimeout(pool.timer);
      pool.open += 1;
      openInAll += 1;
      let isDone = false;
      const done = (): void => {
        if (isDone) return;
        isDone = true;
        pool.open -= 1;
        openInAll -= 1;
        if (pool.open > 0 || pools.get(session) !== pool) return;
        pool.timer = setTimeout(() => {
          end(session);
        }, IDLE_MS).unref();
      };
      return { agent: pool.agent, done };
    },
    end,
    close: () => {
      for (const session of [...pools.keys()]) end(session);
    },
  };
}
