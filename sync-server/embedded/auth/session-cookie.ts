import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account, Accounts } from './accounts.ts';
import type { UserContext } from './user-context.ts';

const COOKIE_NAME = 'AuthSession';
/** As in CouchDB: a session that has used a tenth of its time is renewed by the next request. */
const RENEW_AFTER = 0.1;

/** Signed `name:time` cookies; the signature also covers the salt of the password. */
export class SessionCookies {
  readonly #accounts: Accounts;
  readonly #secret: string;
  readonly #maxAgeSeconds: number;

  constructor(accounts: Accounts, secret: string, maxAgeSeconds: number) {
    this.#accounts = accounts;
    this.#secret = secret;
    this.#maxAgeSeconds = maxAgeSeconds;
  }

  issue(account: Account, nowMs: number): string {
    const content = `${Buffer.from(account.name).toString('base64url')}:${Math.floor(nowMs / 1000).toString(16)}`;
    const token = `${content}:${this.#sign(content, account).toString('base64url')}`;
    const expires = new Date(nowMs + this.#maxAgeSeconds * 1000).toUTCString();
    return `${COOKIE_NAME}=${token}; Version=1; Expires=${expires}; Max-Age=${this.#maxAgeSeconds}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** The cookie that makes the browser forget the session. */
  clear(): string {
    return `${COOKIE_NAME}=; Version=1; Max-Age=0; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Who a cookie header stands for, and the cookie that renews it when it is time. */
  read(header: string | undefined, nowMs: number): { user: UserContext; renewal: string | undefined } | undefined {
    const token = /(?:^|;\s*)AuthSession=([A-Za-z0-9_:-]+)/.exec(header ?? '')?.[1];
    const [encodedName, time, signature] = token?.split(':') ?? [];
    if (encodedName === undefined || time === undefined || signature === undefined) return undefined;
    if (!/^[0-9a-f]{1,10}$/.test(time)) return undefined;
    const account = this.#accounts.find(Buffer.from(encodedName, 'base64url').toString('utf8'));
    if (account === undefined) return undefined;
    const expected = this.#sign(`${encodedName}:${time}`, account);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const ageSeconds = nowMs / 1000 - Number.parseInt(time, 16);
    if (ageSeconds < -5 || ageSeconds >= this.#maxAgeSeconds) return undefined;
    const isDue = ageSeconds > this.#maxAgeSeconds * RENEW_AFTER;
    return {
      user: { name: account.name, roles: account.roles, handler: 'cookie' },
      renewal: isDue ? this.issue(account, nowMs) : undefined,
    };
  }

  #sign(content: string, account: Account): Buffer {
    return createHmac('sha256', this.#secret + account.salt)
      .update(content)
      .digest();
  }
}
