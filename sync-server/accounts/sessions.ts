import type { Clock } from '../../shared/core/ports.ts';
import type { AccountStore, Stored } from './account-store.ts';
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
  readonly end: (token: string) => Promise<void>;
  /** Calls back with the token hash of every session that ends, so that its open requests can be cut. */
  readonly onEnd: (listener: (tokenHash: string) => void) => void;
}

export function openSessions(store: AccountStore, clock: Clock): Sessions {
  const trusted = new Map<string, { readonly session: Session; readonly until: number }>();
  const listeners: ((tokenHash: string) => void)[] = [];
  const nowMs = (): number => Date.parse(clock());

  const renew = async (stored: Stored<Session>): Promise<Session> => {
    const expiresAt = expiry(nowMs());
    // Once a day is enough for 90 days, and spares a write on every request.
    if (Date.parse(expiresAt) - Date.parse(stored.value.expiresAt) < DAY_MS) return stored.value;
    const renewed = { ...stored.value, expiresAt };
    await store.replace(stored, renewed);
    return renewed;
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
      const held = trusted.get(tokenHash);
      if (held !== undefined && held.until > nowMs()) return held.session;
      trusted.delete(tokenHash);
      const stored = await store.read<Session>(`session:${tokenHash}`);
      if (stored === undefined || Date.parse(stored.value.expiresAt) <= nowMs()) return undefined;
      const session = await renew(stored);
      if (trusted.size > 10_000) trusted.clear();
      trusted.set(tokenHash, { session, until: nowMs() + TRUST_MS });
      return session;
    },
    end: async (token) => {
      const tokenHash = hashSecret(token);
      trusted.delete(tokenHash);
      const stored = await store.read<Session>(`session:${tokenHash}`);
      if (stored !== undefined) await store.remove(stored);
      for (const listener of listeners) listener(tokenHash);
    },
    onEnd: (listener) => {
      listeners.push(listener);
    },
  };
}

function expiry(nowMs: number): string {
  return new Date(nowMs + SESSION_DAYS * DAY_MS).toISOString();
}
