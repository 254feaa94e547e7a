import type { IncomingMessage } from 'node:http';
import { CouchError, unauthorized } from '../couch-error.ts';
import { WriteQueue } from '../store/write-queue.ts';
import type { Account, Accounts } from './accounts.ts';
import type { BearerTokens } from './bearer-token.ts';
import type { Lockout } from './lockout.ts';
import type { SessionCookies } from './session-cookie.ts';
import { ANONYMOUS, type UserContext } from './user-context.ts';

export interface Identity {
  user: UserContext;
  /** A `Set-Cookie` header that renews the session. */
  renewal: string | undefined;
}

/** More password checks than this at once would only keep the processor busy. */
const MAX_WAITING_CHECKS = 64;

/** Finds out who asks: bearer token, Basic password or session cookie. */
export class Authenticator {
  readonly cookies: SessionCookies;
  readonly #accounts: Accounts;
  readonly #tokens: BearerTokens;
  readonly #lockout: Lockout;
  readonly #checks = new WriteQueue<string>();
  #waitingChecks = 0;

  constructor(accounts: Accounts, cookies: SessionCookies, tokens: BearerTokens, lockout: Lockout) {
    this.#accounts = accounts;
    this.cookies = cookies;
    this.#tokens = tokens;
    this.#lockout = lockout;
  }

  async identify(request: IncomingMessage): Promise<Identity> {
    const header = request.headers.authorization ?? '';
    const [scheme = '', credentials = ''] = header.split(' ', 2);
    if (/^bearer$/i.test(scheme)) return { user: this.#tokens.read(credentials, Date.now()), renewal: undefined };
    if (/^basic$/i.test(scheme)) {
      const account = await this.checkBasic(credentials, addressOf(request));
      return { user: { name: account.name, roles: account.roles, handler: 'default' }, renewal: undefined };
    }
    return this.cookies.read(request.headers.cookie, Date.now()) ?? { user: ANONYMOUS, renewal: undefined };
  }

  async checkBasic(credentials: string, address: string): Promise<Account> {
    const text = Buffer.from(credentials, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0) throw wrongPassword();
    return this.checkPassword(text.slice(0, colon), text.slice(colon + 1), address);
  }

  /** One check after the other per name and address, so that a burst of guesses meets the lock too. */
  async checkPassword(name: string, password: string, address: string): Promise<Account> {
    const key = `${name}\u0000${address}`;
    this.#lockout.assertOpen(key, Date.now());
    if (this.#waitingChecks >= MAX_WAITING_CHECKS) throw new CouchError(503, 'busy', 'Too many sign-ins at once.');
    this.#waitingChecks += 1;
    try {
      return await this.#checks.run(key, async () => {
        this.#lockout.assertOpen(key, Date.now());
        const account = await this.#accounts.authenticate(name, password);
        if (account === undefined) {
          this.#lockout.noteFailure(key, Date.now());
          throw wrongPassword();
        }
        this.#lockout.noteSuccess(key);
        return account;
      });
    } finally {
      this.#waitingChecks -= 1;
    }
  }
}

export function addressOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? '';
}

function wrongPassword(): CouchError {
  return unauthorized('Name or password is incorrect.');
}
