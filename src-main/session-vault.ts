import { deviceCookiePath, deviceCookiePrefix, sessionCookiePrefix } from '../shared/desktop/session-wire.ts';
import type { Secrets } from './secrets.ts';
import { isAccountName, parseSessionCookie, splitSetCookie } from './session-cookies.ts';

export interface SessionVaultDeps {
  readonly secrets: Pick<Secrets, 'read' | 'write'>;
  readonly nowMs: () => number;
}

export interface SessionVault {
  /** Value of the `Cookie` header for a path on this server in an account's name, or null when there is none. */
  readonly readCookieHeader: (origin: string, account: string, path: string) => Promise<string | null>;
  /** Takes the session cookies out of an answer's `Set-Cookie` values. */
  readonly keepCookies: (origin: string, setCookies: readonly string[]) => Promise<void>;
}

interface StoredSession {
  readonly origin: string;
  readonly account: string;
  readonly isDevice?: true;
  readonly value: string;
  readonly expiresAtMs: number | null;
}

const mostSessions = 50;
// A server that prolongs a session with each answer must not cause a disk write each time.
const ignoredShiftMs = 10 * 60_000;

function isStoredSession(value: unknown): value is StoredSession {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const isTimed = fields['expiresAtMs'] === null || typeof fields['expiresAtMs'] === 'number';
  return isTimed && ['origin', 'account', 'value'].every((name) => typeof fields[name] === 'string');
}

function parseSessions(text: string | null): readonly StoredSession[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isStoredSession) : [];
  } catch {
    return [];
  }
}

/** Sessions live in the main process, bound to the server that gave them; the screens never see one. */
export function setupSessionVault({ secrets, nowMs }: SessionVaultDeps): SessionVault {
  let loaded: Promise<Map<string, StoredSession>> | null = null;
  const keyOf = (cookie: Pick<StoredSession, 'origin' | 'account' | 'isDevice'>): string =>
    `${cookie.origin} ${cookie.account}${cookie.isDevice === true ? ' device' : ''}`;
  const isAlive = (session: StoredSession): boolean => session.expiresAtMs === null || session.expiresAtMs > nowMs();

  async function load(): Promise<Map<string, StoredSession>> {
    const sessions = parseSessions(await secrets.read());
    return new Map(sessions.map((session) => [keyOf(session), session]));
  }
  const readSessions = (): Promise<Map<string, StoredSession>> => (loaded ??= load());

  function replace(sessions: Map<string, StoredSession>, session: StoredSession): boolean {
    const key = keyOf(session);
    const before = sessions.get(key);
    sessions.delete(key);
    if (session.value === '' || !isAlive(session)) return before !== undefined;
    sessions.set(key, session);
    const shiftMs = Math.abs((before?.expiresAtMs ?? 0) - (session.expiresAtMs ?? 0));
    return before?.value !== session.value || shiftMs > ignoredShiftMs;
  }

  return {
    readCookieHeader: async (origin, account, path) => {
      if (!isAccountName(account)) return null;
      const sessions = await readSessions();
      const proof = path.startsWith(deviceCookiePath)
        ? sessions.get(keyOf({ origin, account, isDevice: true }))
        : undefined;
      const kept = [sessions.get(keyOf({ origin, account })), proof].filter((each) => each !== undefined);
      const pairs = kept.filter(isAlive).map(({ isDevice, value }) => {
        const prefix = isDevice === true ? deviceCookiePrefix : sessionCookiePrefix;
        return `${prefix}${account}=${value}`;
      });
      return pairs.length === 0 ? null : pairs.join('; ');
    },
    keepCookies: async (origin, setCookies) => {
      const cookies = setCookies.flatMap(splitSetCookie).map((line) => parseSessionCookie(line, nowMs()));
      const found = cookies.filter((cookie) => cookie !== null);
      if (found.length === 0) return;
      const sessions = await readSessions();
      const hasChanged = found.map((cookie) => replace(sessions, { origin, ...cookie })).includes(true);
      const alive = [...sessions.values()].filter(isAlive).slice(-mostSessions);
      loaded = Promise.resolve(new Map(alive.map((session) => [keyOf(session), session])));
      if (hasChanged) await secrets.write(JSON.stringify(alive));
    },
  };
}
