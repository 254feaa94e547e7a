import type { Clock } from '../../shared/core/ports.ts';
import type { AccountStore, Stored } from './account-store.ts';
import { retryOnConflict } from './account-store.ts';
import { hashSecret, newToken } from './secret.ts';

/** How long a device stays signed in without being seen: a season without a connection must not lock anybody out. */
export const SESSION_DAYS = 90;
const DAY_MS = 86_400_000;
/** A session found is trusted this long without asking the database again. */
const TRUST_MS = 30_000;

/** A signed-in device. */
export interface Session {
  /** SHA-256 of the token; the token itself is only in the cookie. */
  readonly tokenHash: string;
  readonly account: string;
  readonly deviceId: string;
  readonly expiresAt: string;
}

export interface Sessions {
  /** Starts a session and returns the token for the cookie. */
  readonly start: (account: string, deviceId: string) => Promise<string>;
  readonly find: (token: string) => Promise<Session | undefined>;
  /** Whether a token that opens nothing is of a session that somebody ended, rather than of one that ran out. */
  readonly wasEnded: (token: string) => Promise<boolean>;
  readonly end: (token: string) => Promise<void>;
  /** Ends every session of an account, or those that `isMeant` names, and returns how many were live. */
  readonly endAll: (account: string, isMeant?: (session: Session) => boolean) => Promise<number>;
  /** Sessions that have not expired. */
  readonly list: () => Promise<readonly Session[]>;
  /** Calls back with the token hash of every session that ends, so that its open requests can be cut. */
  readonly onEnd: (listener: (tokenHash: string) => void) => void;
}

export function openSessions(store: AccountStore, clock: Clock): Sessions {
  const trusted = new Map<string, { readonly session: Session; readonly until: number }>();
  const listeners: ((tokenHash: string) => void)[] = [];
  /** Ended by this process: a look-up that began before must not bring one back. */
  const ended = new Set<string>();
  const nowMs = (): number => Date.parse(clock());
  const isLive = (session: Session): boolean => Date.parse(session.expiresAt) > nowMs();

  const renew = async (stored: Stored<Session>): Promise<Session> => {
    const expiresAt = expiry(nowMs());
    // Once a day is enough for 90 days, and spares a write on every request.
    if (Date.parse(expiresAt) - Date.parse(stored.value.expiresAt) < DAY_MS) return stored.value;
    const renewed = { ...stored.value, expiresAt };
    await store.replace(stored, renewed);
    return renewed;
  };

  const endByHash = async (tokenHash: string): Promise<void> => {
    ended.add(tokenHash);
    trusted.delete(tokenHash);
    for (const listener of listeners) listener(tokenHash);
    await retryOnConflict(async () => {
      const stored = await store.read<Session>(`session:${tokenHash}`);
      if (stored === undefined) return true;
      // Noted first: its device is told that it was ended, not that it was away too long. Names nobody.
      await store.create(`endedSession:${tokenHash}`, { until: stored.value.expiresAt });
      return (await store.remove(stored)) ? true : undefined;
    });
  };

  return {
    start: async (account, deviceId) => {
      const token = newToken();
      const tokenHash = hashSecret(token);
      const session: Session = { tokenHash, account, deviceId, expiresAt: expiry(nowMs()) };
      if (!(await store.create(`session:${tokenHash}`, session))) throw new Error('a token came twice');
      return token;
    },
    find: async (token) => {
      const tokenHash = hashSecret(token);
      if (ended.has(tokenHash)) return undefined;
      const held = trusted.get(tokenHash);
      if (held !== undefined && held.until > nowMs()) return held.session;
      trusted.delete(tokenHash);
      const stored = await store.read<Session>(`session:${tokenHash}`);
      if (stored === undefined || !isLive(stored.value)) return undefined;
      const session = await renew(stored);
      if (ended.has(tokenHash)) return undefined;
      if (trusted.size > 10_000) trusted.clear();
      trusted.set(tokenHash, { session, until: nowMs() + TRUST_MS });
      return session;
    },
    wasEnded: async (token) => {
      const tokenHash = hashSecret(token);
      return ended.has(tokenHash) || (await store.read(`endedSession:${tokenHash}`)) !== undefined;
    },
    end: (token) => endByHash(hashSecret(token)),
    endAll: async (account, isMeant = () => true) => {
      const stored = await store.list<Session>('session:');
      const meant = stored.filter(({ value }) => value.account === account && isMeant(value));
      for (const { value } of meant) await endByHash(value.tokenHash);
      return meant.filter(({ value }) => isLive(value)).length;
    },
    list: async () => (await store.list<Session>('session:')).map(({ value }) => value).filter(isLive),
    onEnd: (listener) => {
      listeners.push(listener);
    },
  };
}

function expiry(nowMs: number): string {
  return new Date(nowMs + SESSION_DAYS * DAY_MS).toISOString();
}
