import type { Clock } from '../../shared/core/ports.ts';
import type { AccountStore, Stored } from './account-store.ts';
import { retryOnConflict } from './account-store.ts';
import { hashSecret, newToken } from './secret.ts';

/** How long a device stays signed in without being seen: a season without a connection must not lock anybody out. */
export const SESSION_DAYS = 90;
/** Living sessions of an account: more than anybody has devices. */
export const MOST_SESSIONS = 20;
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
  /** Until its device has shown that it has the token: an answer may be lost, and the session before must do meanwhile. */
  readonly isUnproved?: true;
}

export interface Sessions {
  /** Starts a session and returns the token for the cookie. It takes no other's place before it is used. */
  readonly start: (account: string, deviceId: string) => Promise<string>;
  /**
   * The living session of a token. Its first use ends the former ones of its device, and of all others of the account the
   * longest unused beyond {@link MOST_SESSIONS}. What ran out long ago goes too.
   */
  readonly find: (token: string) => Promise<Session | undefined>;
  /** Whether a token that opens nothing is of a session that somebody ended, rather than of one that ran out. */
  readonly wasEnded: (token: string) => Promise<boolean>;
  readonly end: (token: string) => Promise<void>;
  /** Ends every session of an account, or those that `isMeant` names, and returns how many were live. */
  readonly endAll: (account: string, isMeant?: (session: Session) => boolean) => Promise<number>;
  /** Sessions that have not expired: of everybody, or of an account. */
  readonly list: (account?: string) => Promise<readonly Session[]>;
  /** Calls back with the token hash of every session that ends, so that its open requests can be cut. */
  readonly onEnd: (listener: (tokenHash: string) => void) => void;
}

/** Told how many sessions of an account had to make room for others. */
export type NoteCrowdedOut = (account: string, count: number) => Promise<void>;

export function openSessions(
  store: AccountStore,
  clock: Clock,
  noteCrowdedOut: NoteCrowdedOut = () => Promise.resolve(),
): Sessions {
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

  /** Of an account's sessions without `own`: all but the last used of them, beyond the limit. */
  const beyondLimit = (others: readonly Session[]): readonly Session[] =>
    others.toSorted(byUse).slice(0, Math.max(0, others.length + 1 - MOST_SESSIONS));
  const prove = async (stored: Stored<Session>): Promise<Session | undefined> => {
    const { isUnproved: _before, ...value } = stored.value;
    const own: Session = { ...value, expiresAt: expiry(nowMs()) };
    // Another request of it was faster, or it was ended meanwhile.
    if (!(await store.replace(stored, own))) return (await store.read<Session>(stored.id))?.value;
    const all = await store.listOwned<Session>('session', own.account);
    for (const each of all) if (!isLive(each.value)) await store.remove(each);
    // Of two that are used at once for the first time the later makes room: neither ends the other's.
    const older = all.map(({ value: each }) => each).filter((each) => isLive(each) && isOlder(each, own));
    const former = older.filter(({ deviceId }) => deviceId === own.deviceId);
    const others = older.filter(({ deviceId, isUnproved }) => deviceId !== own.deviceId && isUnproved !== true);
    const crowdedOut = beyondLimit(others);
    for (const each of [...former, ...crowdedOut]) await endByHash(each.tokenHash);
    if (crowdedOut.length > 0) await noteCrowdedOut(own.account, crowdedOut.length);
    return own;
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
      const session: Session = { tokenHash, account, deviceId, expiresAt: expiry(nowMs()), isUnproved: true };
      if (!(await store.create(`session:${tokenHash}`, session))) throw new Error('a token came twice');
      // Whoever signs in again and again without ever using it fills nothing.
      const all = (await store.listOwned<Session>('session', account)).map(({ value }) => value);
      const unused = all.filter((each) => each.isUnproved === true && each.tokenHash !== tokenHash);
      for (const each of beyondLimit(unused)) await endByHash(each.tokenHash);
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
      const session = await (stored.value.isUnproved === true ? prove(stored) : renew(stored));
      if (session === undefined || ended.has(tokenHash)) return undefined;
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
      const stored = await store.listOwned<Session>('session', account);
      const meant = stored.filter(({ value }) => isMeant(value));
      for (const { value } of meant) await endByHash(value.tokenHash);
      return meant.filter(({ value }) => isLive(value)).length;
    },
    list: async (account) => {
      const all =
        account === undefined ? store.list<Session>('session:') : store.listOwned<Session>('session', account);
      return (await all).map(({ value }) => value).filter(isLive);
    },
    onEnd: (listener) => {
      listeners.push(listener);
    },
  };
}

/** Longest unused first: a session ends 90 days after its last use, to a day. */
function byUse(one: Session, other: Session): number {
  return isOlder(one, other) ? -1 : 1;
}

function isOlder(one: Session, other: Session): boolean {
  return `${one.expiresAt} ${one.tokenHash}` < `${other.expiresAt} ${other.tokenHash}`;
}

function expiry(nowMs: number): string {
  return new Date(nowMs + SESSION_DAYS * DAY_MS).toISOString();
}
