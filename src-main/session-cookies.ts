import { deviceCookiePrefix, sessionCookiePrefix } from '../shared/desktop/session-wire.ts';

/** A session cookie as the server sets it, or the proof that an account used this device before. */
export interface SessionCookie {
  readonly account: string;
  /** Present for the proof. */
  readonly isDevice?: true;
  readonly value: string;
  /** Milliseconds since 1970, or null when the server names no end. */
  readonly expiresAtMs: number | null;
}

const accountPattern = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,120}$/;
const valuePattern = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{0,4096}$/;

/** Whether `account` can be part of a cookie's name. */
export function isAccountName(account: string): boolean {
  return accountPattern.test(account);
}

/** The cookies of a `Set-Cookie` value: Electron's fetch joins several lines by commas, dates have one too. */
export function splitSetCookie(joined: string): readonly string[] {
  return joined.split(/,(?=\s*[^;,=\s]+=)/).map((line) => line.trim());
}

function readExpiry(attributes: readonly string[], nowMs: number): number | null {
  const values = new Map<string, string>();
  for (const attribute of attributes) {
    const [name = '', ...rest] = attribute.split('=');
    values.set(name.trim().toLowerCase(), rest.join('=').trim());
  }
  const maxAgeSeconds = Number(values.get('max-age') ?? NaN);
  if (Number.isInteger(maxAgeSeconds)) return nowMs + maxAgeSeconds * 1000;
  const expiresMs = Date.parse(values.get('expires') ?? '');
  return Number.isNaN(expiresMs) ? null : expiresMs;
}

/** Reads one cookie; null when it is not a session cookie of Sillon or malformed. */
export function parseSessionCookie(line: string, nowMs: number): SessionCookie | null {
  const [pair = '', ...attributes] = line.split(';');
  const separator = pair.indexOf('=');
  const name = pair.slice(0, separator).trim();
  const prefix = [sessionCookiePrefix, deviceCookiePrefix].find((each) => name.startsWith(each));
  if (separator < 0 || prefix === undefined) return null;
  const account = name.slice(prefix.length);
  const value = pair.slice(separator + 1).trim();
  if (!isAccountName(account) || !valuePattern.test(value)) return null;
  const isDevice = prefix === deviceCookiePrefix ? ({ isDevice: true } as const) : {};
  return { account, ...isDevice, value, expiresAtMs: readExpiry(attributes, nowMs) };
}
