import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { Accounts } from './auth/accounts.ts';
import { Authenticator } from './auth/authenticator.ts';
import { BearerTokens } from './auth/bearer-token.ts';
import { Lockout } from './auth/lockout.ts';
import { SessionCookies } from './auth/session-cookie.ts';
import { USERS_DATABASE } from './auth/user-document.ts';
import type { EmbeddedApp } from './embedded-app.ts';
import { dispatch } from './http/dispatch.ts';
import { Router } from './http/router.ts';
import { defaultLimits, type EmbeddedLimits } from './limits.ts';
import { allRoutes } from './routes/all-routes.ts';
import { ChangeNotifier } from './store/change-notifier.ts';
import { lockDataDirectory } from './store/data-lock.ts';
import { createDatabase, findDatabase } from './store/databases.ts';
import { DocumentWriter } from './store/document-writer.ts';
import { openDatabaseFile } from './store/open-file.ts';
import { Sql } from './store/sql.ts';
import { DocumentValidation } from './validate/document-validation.ts';
import { SandboxClient } from './validate/sandbox-client.ts';
import { ViewRegistry } from './views/view-registry.ts';

export interface EmbeddedCouchOptions {
  dataDir: string;
  port?: number;
  host?: string;
  admin: { name: string; password: string };
  /** Public keys in PEM by the `kid` of the tokens they check. */
  jwtPublicKeys?: Readonly<Record<string, string>>;
  log?: (line: string) => void;
  limits?: Partial<EmbeddedLimits>;
}

export interface EmbeddedCouch {
  url: string;
  port: number;
  /** Replaces the keys whose tokens are accepted, from the next request on. */
  setTokenKeys: (publicKeys: Readonly<Record<string, string>>) => void;
  close(): Promise<void>;
}

/**
 * Starts the part of CouchDB's HTTP protocol this product uses, over one SQLite file in `dataDir`.
 * Rejects with an {@link EmbeddedStartError} (`EMBEDDED_IN_USE`, `EMBEDDED_CORRUPT`, `EMBEDDED_NEWER`) or with
 * the error of the operating system (`EADDRINUSE`).
 */
export async function startEmbeddedCouch(options: EmbeddedCouchOptions): Promise<EmbeddedCouch> {
  const { dataDir, port = 0, host = '127.0.0.1' } = options;
  const limits: EmbeddedLimits = { ...defaultLimits, ...options.limits };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDataDirectory(dataDir);
  const closers: (() => void | Promise<void>)[] = [() => lock.release()];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.reverse()) await close();
    closers.length = 0;
  };
  try {
    const file = openDatabaseFile(join(dataDir, 'couch.sqlite'));
    closers.push(() => file.close());
    const closing = new AbortController();
    setMaxListeners(0, closing.signal);
    const sandbox = new SandboxClient({
      timeoutMs: limits.validateTimeoutMs,
      memoryBytes: limits.validateMemoryBytes,
      contexts: limits.validateContexts,
    });
    closers.push(() => sandbox.close());
    const tokens = new BearerTokens(options.jwtPublicKeys ?? {});
    const app = createApp(options, limits, new Sql(file), sandbox, tokens, closing.signal);
    const server = createHttpServer(app, limits);
    const boundPort = await listen(server, port, host);
    closers.push(() => stopListening(server, closing));
    const shownHost = host.includes(':') ? `[${host}]` : host;
    return {
      url: `http://${shownHost}:${boundPort}`,
      port: boundPort,
      setTokenKeys: (keys) => tokens.replaceKeys(keys),
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function createApp(
  options: EmbeddedCouchOptions,
  limits: EmbeddedLimits,
  sql: Sql,
  sandbox: SandboxClient,
  tokens: BearerTokens,
  closing: AbortSignal,
): EmbeddedApp {
  const notifier = new ChangeNotifier();
  const validation = new DocumentValidation(sql, sandbox, limits.validateSliceChars);
  if (findDatabase(sql, USERS_DATABASE) === undefined) createDatabase(sql, USERS_DATABASE);
  const accounts = new Accounts(sql, options.admin, limits.passwordIterations);
  const cookies = new SessionCookies(accounts, readSecret(sql, 'cookieSecret', 32), limits.sessionSeconds);
  const lockout = new Lockout(limits.lockoutFailures, limits.lockoutMs);
  return {
    sql,
    notifier,
    validation,
    writer: new DocumentWriter(sql, notifier, validation),
    views: new ViewRegistry(sql, limits.validateTimeoutMs),
    accounts,
    authenticator: new Authenticator(accounts, cookies, tokens, lockout),
    limits,
    serverUuid: readSecret(sql, 'serverUuid', 16),
    closing,
    log: options.log ?? (() => undefined),
  };
}

/** A random value that is made once and kept. */
function readSecret(sql: Sql, key: string, bytes: number): string {
  const known = sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
  if (known !== undefined) return known;
  const value = randomBytes(bytes).toString('hex');
  sql.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value);
  return value;
}

function createHttpServer(app: EmbeddedApp, limits: EmbeddedLimits): Server {
  const router = new Router(allRoutes);
  const server = createServer(
    {
      maxHeaderSize: limits.maxHeaderBytes,
      insecureHTTPParser: false,
      requireHostHeader: true,
      headersTimeout: limits.headersTimeoutMs,
      // Covers the request only: the answer of a long-poll may take its time.
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: 75_000,
      connectionsCheckingInterval: Math.min(limits.headersTimeoutMs, 10_000),
    },
    (request, response) => {
      dispatch(app, router, request, response).catch((error: unknown) => {
        app.log(`error: ${String(error)}`);
        response.destroy();
      });
    },
  );
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.idleSocketTimeoutMs;
  return server;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const CLOSE_GRACE_MS = 2_000;
const SWEEP_MS = 20;

function stopListening(server: Server, closing: AbortController): Promise<void> {
  closing.abort();
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    // A connection turns idle when its last answer is out; nothing else would close it then.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(patience);
      clearInterval(sweep);
      resolve();
    });
  });
}
